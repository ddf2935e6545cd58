// Before a flight a drone is fitted with sensors, different ones each time: barometers,
// compasses, whatever the mission asks for. In flight it goes through all of them, without
// caring which is which, and writes a log.

trait Sensor {
    fn name(&self) -> String;
    fn read(&self) -> i32;
}

/// In hectopascals.
struct Barometer(i32);

impl Sensor for Barometer {
    fn name(&self) -> String {
        String::from("barometer")
    }
    fn read(&self) -> i32 {
        self.0
    }
}

/// In degrees.
struct Compass(i32);

impl Sensor for Compass {
    fn name(&self) -> String {
        String::from("compass")
    }
    fn read(&self) -> i32 {
        self.0
    }
}

/// A line of the log, for a sensor of whatever type.
fn log_line(sensor: &dyn Sensor) -> String {
    format!("{}: {}", sensor.name(), sensor.read())
}

// TODO: This drone has room for one type of sensor only.
struct Drone {
    kit: Vec<Box<Barometer>>,
}

impl Drone {
    // TODO: A box with any sensor in it should be welcome.
    fn fit(&mut self, sensor: Box<Barometer>) {
        self.kit.push(sensor);
    }

    // TODO: One line for each sensor, in the order in which they were fitted.
    fn log(&self) -> Vec<String> {
        Vec::new()
    }
}

fn main() {
    let mut drone = Drone { kit: Vec::new() };
    drone.fit(Box::new(Barometer(987)));
    drone.fit(Box::new(Compass(270)));
    println!("{:?}", drone.log());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_sensors_fly_together() {
        let mut drone = Drone { kit: Vec::new() };
        drone.fit(Box::new(Compass(270)));
        drone.fit(Box::new(Barometer(990)));
        drone.fit(Box::new(Compass(90)));
        assert_eq!(drone.kit.len(), 3);
        let log = drone.log();
        assert_eq!(log, ["compass: 270", "barometer: 990", "compass: 90"]);
    }

    #[test]
    fn without_sensors_the_log_is_empty() {
        let drone = Drone { kit: Vec::new() };
        assert!(drone.log().is_empty());
    }

    #[test]
    fn a_sensor_that_was_built_later_fits_as_well() {
        struct Altimeter;
        impl Sensor for Altimeter {
            fn name(&self) -> String {
                String::from("altimeter")
            }
            fn read(&self) -> i32 {
                -3
            }
        }
        let mut drone = Drone { kit: Vec::new() };
        drone.fit(Box::new(Altimeter));
        assert_eq!(drone.log(), ["altimeter: -3"]);
    }
}
