//! Calls: of functions of the program, of exception classes, of builtins.

use crate::builtins;
use crate::emit::Typed;
use crate::function::FunctionLowering;
use crate::operations::type_name;
use crate::repr::components;
use crate::reprs::low;
use naja_annotator::annotation::{Annotation, Member};
use naja_annotator::call::{ArgSource, bind};
use naja_ir::Name;
use naja_ir::graph::{Block, Value};
use naja_ir::lowlevel::LlOp;

/// `callee(*args)`, where the last arguments go by `keywords`. `site` is the
/// operation's place in its graph, by which the annotator names the target.
pub fn call(
    f: &mut FunctionLowering,
    site: (Block, usize),
    callee: &Typed,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    match callee.s.single() {
        Some(Member::Function(id)) => {
            let spec_id = f.spec.calls[&site];
            let spec = &f.analysis.specs[spec_id];
            let function = &f.e.l.flow.program.functions[*id];
            let sources = bind(function, args.len() - keywords.len(), keywords).expect("the annotator bound the call");
            let mut operands: Vec<Value> = Vec::new();
            for (i, source) in sources.into_iter().enumerate() {
                let value = match source {
                    ArgSource::Arg(n) => args[n].clone(),
                    ArgSource::Default => f.default(*id, i),
                };
                operands.extend(f.e.convert(value, &spec.params[i]).v);
            }
            let analysis = f.analysis.clone();
            let func = f.e.l.spec_function(&analysis, spec_id);
            let v = f.e.op(LlOp::Call(func), &operands, &components(&spec.result));
            Typed { s: spec.result.clone(), v }
        }
        Some(Member::ExceptionClass(class)) => {
            let args = f.e.new_tuple(args.to_vec());
            let exc = f.e.new_exception(*class, as_str_args(args));
            Typed::new(Member::Instance(*class), vec![exc])
        }
        Some(Member::Builtin(name)) => builtins::call(&mut f.e, &name.clone(), args, keywords, wanted),
        Some(Member::Library(module, name)) if &**module == "lowlevel" => low::call(&mut f.e, &name.clone(), args),
        Some(Member::Library(module, name)) => {
            builtins::library_call(&mut f.e, &module.clone(), &name.clone(), args, keywords, wanted)
        }
        Some(Member::Typing(_)) => args.last().expect("typing.cast(T, x)").clone(),
        _ => {
            let names: Vec<String> = callee.s.members().iter().map(type_name).collect();
            f.e.raise("TypeError", &format!("'{}' object is not callable", names.join(" | ")));
            f.e.unreachable(wanted)
        }
    }
}

/// The arguments of an exception that the library makes: its `*Str`s are strs.
fn as_str_args(args: Typed) -> Typed {
    let Member::Tuple(items) = args.member() else { unreachable!("a tuple of arguments") };
    let items = items
        .iter()
        .map(|s| match s.single() {
            Some(Member::Low(ty)) if *ty == crate::reprs::string::TYPE => Annotation::of(Member::Str),
            Some(Member::Low(naja_ir::lltype::LlType::I64)) => Annotation::int(),
            _ => s.clone(),
        })
        .collect();
    Typed::new(Member::Tuple(items), args.v)
}
