//! Modules under Node's WASI, where Node is installed: V8 compiles them, and nothing of ours
//! stands between them and the system.

use crate::cpython::Outcome;
use crate::runner::Trial;
use crate::witnesses::Given;
use std::process::Command;
use std::sync::LazyLock;

/// Says whether every program runs there, too.
pub fn trials() -> Vec<Trial> {
    let name = if is_there() { "node/is_a_witness" } else { "node/is_skipped_as_it_is_not_there" };
    vec![Trial::new(name, || Ok(()))]
}

pub fn is_there() -> bool {
    static IS_THERE: LazyLock<bool> = LazyLock::new(|| {
        let tried = command("new (require('node:wasi').WASI)({version: 'preview1'})").output();
        tried.is_ok_and(|output| output.status.success())
    });
    *IS_THERE
}

fn command(script: &str) -> Command {
    let mut command = Command::new("node");
    command.args(["--no-warnings", "-e", script]);
    command
}

/// Runs the module that the first argument names, in a thread with a stack that is large enough
/// for the language's limit on recursion; the rest of the arguments are JSON.
const SCRIPT: &str = r#"
const { Worker } = require("node:worker_threads");
const [path, args, env, preopens] = process.argv.slice(1);
const run = `
    const { parentPort, workerData: { path, ...given } } = require("node:worker_threads");
    const { WASI } = require("node:wasi");
    const wasi = new WASI({ version: "preview1", ...given });
    const module = new WebAssembly.Module(require("node:fs").readFileSync(path));
    parentPort.postMessage(wasi.start(new WebAssembly.Instance(module, wasi.getImportObject())));
`;
const workerData = { path, args: JSON.parse(args), env: JSON.parse(env), preopens: JSON.parse(preopens) };
const worker = new Worker(run, { eval: true, workerData, resourceLimits: { stackSizeMb: 200 } });
worker.on("message", (status) => { process.exitCode = status; });
worker.on("error", (e) => { console.error(e); process.exitCode = 99; });
"#;

/// What a program does there.
pub fn run(module: &[u8], given: &Given) -> Result<Outcome, String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let path = folder.path().join("program.wasm");
    std::fs::write(&path, module).map_err(|e| e.to_string())?;
    let workplace = given.workplace()?;
    let env: serde_json::Map<String, serde_json::Value> = given
        .env
        .iter()
        .filter_map(|variable| variable.split_once('='))
        .map(|(name, value)| (name.into(), value.into()))
        .collect();
    let preopens = match &workplace {
        Some(workplace) => serde_json::json!({ ".": workplace.path() }),
        None => serde_json::json!({}),
    };
    let mut command = command(SCRIPT);
    command.arg(path).arg(serde_json::json!(given.args).to_string());
    command.arg(serde_json::Value::from(env).to_string()).arg(preopens.to_string());
    Outcome::into_files(&mut command, given.stdin, folder.path())?.with_files(&workplace)
}
