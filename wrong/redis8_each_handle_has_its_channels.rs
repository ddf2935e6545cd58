// Whoever subscribes to a channel gets what others publish on it: "doors open in ten minutes".
// The publisher knows none of the subscribers. In between is the hub, which all connections
// share. It sends each message to every inbox of the channel, tells the publisher how many
// have got it, and forgets the inboxes of those who have gone.

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};

#[derive(Debug, PartialEq)]
struct Message {
    channel: Arc<str>,
    text: Arc<str>,
}

type Inboxes = Vec<Sender<Message>>;

// The `Arc` is inside: the users of a hub clone it, and need not know how it is shared.
#[derive(Default)]
struct Hub {
    channels: Mutex<HashMap<String, Inboxes>>,
}

impl Clone for Hub {
    fn clone(&self) -> Self {
        let channels = self.channels.lock().unwrap().clone();
        let channels = Mutex::new(channels);
        Self { channels }
    }
}

impl Hub {
    fn subscribe(&self, channel: &str, inbox: &Sender<Message>) {
        let mut channels = self.channels.lock().unwrap();
        let inboxes = channels.entry(channel.to_string()).or_default();
        inboxes.push(inbox.clone());
    }

    fn publish(&self, channel: &str, text: &str) -> usize {
        let mut channels = self.channels.lock().unwrap();
        let Some(inboxes) = channels.get_mut(channel) else {
            return 0;
        };
        let (name, text) = (Arc::<str>::from(channel), Arc::<str>::from(text));
        // `send` fails when the receiver is gone, and in no other case.
        inboxes.retain(|inbox| {
            let (channel, text) = (name.clone(), text.clone());
            inbox.send(Message { channel, text }).is_ok()
        });
        let count = inboxes.len();
        if count == 0 {
            channels.remove(channel);
        }
        count
    }

    /// How many channels somebody listens to, as far as the hub knows.
    fn channel_count(&self) -> usize {
        self.channels.lock().unwrap().len()
    }
}

fn main() {
    let hub = Hub::default();
    let (to_guide, guide) = mpsc::channel();
    hub.subscribe("doors", &to_guide);
    let office = hub.clone();
    let count = office.publish("doors", "open in ten minutes");
    println!(
        "{count} of {} channel: {:?}",
        hub.channel_count(),
        guide.recv()
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::Receiver;
    use std::thread;

    fn listen(hub: &Hub, channels: &[&str]) -> Receiver<Message> {
        let (to_inbox, inbox) = mpsc::channel();
        for channel in channels {
            hub.subscribe(channel, &to_inbox);
        }
        inbox
    }

    /// What is in the inbox, such as "doors: open".
    fn texts(inbox: &Receiver<Message>) -> Vec<String> {
        let lines = inbox.try_iter();
        lines
            .map(|m| format!("{}: {}", m.channel, m.text))
            .collect()
    }

    #[test]
    fn every_subscriber_gets_every_message_in_order() {
        let hub = Hub::default();
        let inboxes = [listen(&hub, &["doors"]), listen(&hub, &["doors"])];
        assert_eq!(hub.publish("doors", "open"), 2);
        assert_eq!(hub.publish("doors", "closed"), 2);
        for inbox in &inboxes {
            assert_eq!(texts(inbox), ["doors: open", "doors: closed"]);
        }
    }

    #[test]
    fn the_text_is_not_copied_for_each_of_them() {
        let hub = Hub::default();
        let inboxes = [listen(&hub, &["doors"]), listen(&hub, &["doors"])];
        hub.publish("doors", "open");
        let [first, second] = inboxes.map(|inbox| inbox.recv().unwrap());
        assert!(Arc::ptr_eq(&first.text, &second.text));
        assert!(Arc::ptr_eq(&first.channel, &second.channel));
    }

    #[test]
    fn other_channels_are_not_disturbed() {
        let hub = Hub::default();
        let inbox = listen(&hub, &["doors"]);
        assert_eq!(hub.publish("stars", "Vega is up"), 0);
        assert_eq!(hub.publish("Doors", "open"), 0);
        assert_eq!(texts(&inbox).len(), 0);
    }

    #[test]
    fn one_inbox_may_serve_several_channels() {
        let hub = Hub::default();
        let inbox = listen(&hub, &["doors", "stars"]);
        hub.publish("stars", "Vega is up");
        hub.publish("doors", "open");
        hub.publish("stars", "clouds");
        let expected = ["stars: Vega is up", "doors: open", "stars: clouds"];
        assert_eq!(texts(&inbox), expected);
    }

    #[test]
    fn who_has_gone_is_not_counted() {
        let hub = Hub::default();
        let gone = listen(&hub, &["doors"]);
        let inbox = listen(&hub, &["doors"]);
        drop(gone);
        assert_eq!(hub.publish("doors", "open"), 1);
        assert_eq!(texts(&inbox), ["doors: open"]);
        assert_eq!(hub.channels.lock().unwrap()["doors"].len(), 1);
    }

    #[test]
    fn a_channel_nobody_listens_to_is_forgotten() {
        let hub = Hub::default();
        drop(listen(&hub, &["doors"]));
        let _inbox = listen(&hub, &["stars"]);
        assert_eq!(hub.publish("doors", "open"), 0);
        assert_eq!(hub.publish("stars", "Vega is up"), 1);
        assert_eq!(hub.channel_count(), 1);
    }

    #[test]
    fn all_handles_lead_to_the_same_channels() {
        let hub = Hub::default();
        let inbox = listen(&hub.clone(), &["doors"]);
        let publishers = ["north", "south"].map(|side| {
            let hub = hub.clone();
            thread::spawn(move || (0..50).map(|_| hub.publish("doors", side)).sum::<usize>())
        });
        let sent: usize = publishers.into_iter().map(|p| p.join().unwrap()).sum();
        assert_eq!(sent, 100);
        assert_eq!(texts(&inbox).len(), 100);
    }
}
