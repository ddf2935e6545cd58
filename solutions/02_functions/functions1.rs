// When somebody presses the button at the front door, three things happen: the doorbell
// sounds, a lamp blinks in the noisy workshop, and the owner's phone gets a message.
// `main` calls a function for each of them, but only two of the three functions exist.

fn blink_lamp() {
    println!("The lamp in the workshop blinks.");
}

// The head is `fn`, the name and the empty brackets of a function that needs nothing
// from its caller. Where it stands in the file does not matter, above or below `main`.
fn sound_doorbell() {
    println!("Ding dong.");
}

fn send_message() {
    println!("Message: somebody is at the door.");
}

fn main() {
    println!("The button is pressed.");
    sound_doorbell();
    blink_lamp();
    send_message();
}
