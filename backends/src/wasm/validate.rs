//! Every module is validated before anybody gets it.

use wasmparser::{Parser, Payload, Validator, WasmFeatures};

/// What a module may use: the MVP, and what every engine has had for years.
const FEATURES: WasmFeatures = WasmFeatures::WASM1
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::BULK_MEMORY);

/// Panics where a module is not valid: that is our own mistake. `name` says what
/// the function of a number is called.
pub fn validate(module: &[u8], name: &dyn Fn(u32) -> String) {
    if let Err(error) = Validator::new_with_features(FEATURES).validate_all(module) {
        let function = function_at(module, error.offset()).map_or("the module".into(), name);
        panic!("the Wasm backend emitted invalid code for {function}: {error}");
    }
}

/// The number of the function whose code holds an offset.
fn function_at(module: &[u8], offset: usize) -> Option<u32> {
    let mut n_functions = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload.ok()? {
            Payload::ImportSection(section) => n_functions += section.count(),
            Payload::CodeSectionEntry(body) => {
                if body.range().contains(&offset) {
                    return Some(n_functions);
                }
                n_functions += 1;
            }
            _ => {}
        }
    }
    None
}
