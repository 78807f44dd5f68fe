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
#[test]
fn errs() {
    let Ok(dir) = std::env::var("ERR_DIR") else { return };
    let mut paths: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for p in paths {
        let text = std::fs::read_to_string(&p).unwrap();
        println!(
            "--- {} {:?}\n{}",
            p.file_stem().unwrap().to_string_lossy(),
            text.chars().take(70).collect::<String>(),
            common::mistakes(&[("p", &text)])
        );
    }
}
#[test]
fn run_one() {
    let Ok(path) = std::env::var("RUN_FILE") else { return };
    let text = std::fs::read_to_string(&path).unwrap();
    println!("{}", common::printed(&[("prog.py", &text)]));
    println!("{}", common::interpret::run(&common::flow(&[("prog.py", &text)])));
}
