mod common;

#[test]
fn scratch() {
    let path = std::env::var("FLOW_FILE").unwrap_or_default();
    if path.is_empty() {
        return;
    }
    let text = std::fs::read_to_string(&path).unwrap();
    let m = common::mistakes(&[("prog.py", &text)]);
    if m.is_empty() {
        println!("{}", common::printed(&[("prog.py", &text)]));
    } else {
        println!("{m}");
    }
}
#[test]
fn timing() {
    let path = std::env::var("TIME_FILE").unwrap_or_default();
    if path.is_empty() {
        return;
    }
    let text = std::fs::read_to_string(&path).unwrap();
    let start = std::time::Instant::now();
    let files = [("prog.py", text.as_str())];
    let space = naja_flowspace::build("prog.py", &common::InMemory(&files));
    println!("{:?} {}", start.elapsed(), space.is_ok());
}
