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
