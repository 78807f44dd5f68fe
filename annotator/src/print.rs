//! The printed form of annotations, for `naja emit --phase types`: flow graphs
//! with all that is known of each value, intervals included.

use crate::annotation::{Annotation, Interval, Member};
use crate::display::{display, signature};
use crate::heap::Containers;
use crate::{Annotations, SpecId};
use naja_ir::flow::Program;
use naja_ir::print::annotated_flow_function;

/// One function, as it was analysed.
pub fn spec(program: &Program, annotations: &Annotations, spec: SpecId) -> String {
    let data = &annotations.specs[spec];
    let containers = &annotations.containers;
    let types = |v| annotation(&data.values[v], containers);
    let signature = signature(program, annotations, spec);
    annotated_flow_function(program, &program.functions[data.func], &signature, &types)
}

fn annotation(s: &Annotation, containers: &dyn Containers) -> String {
    if s.is_never() {
        return "Never".into();
    }
    let members: Vec<String> = s.members().iter().map(|m| member(m, containers)).collect();
    members.join(" | ")
}

fn member(m: &Member, containers: &dyn Containers) -> String {
    let word = || display(&Annotation::of(m.clone()), containers);
    match m {
        Member::Int(i) => format!("int{}", interval(*i)),
        Member::Bool(Some(b)) => format!("bool[{}]", if *b { "True" } else { "False" }),
        Member::Range(facts) | Member::RangeIter(facts) => {
            format!("{}[items{}, step{}]", word(), interval(facts.items), interval(facts.step))
        }
        Member::Tuple(items) if !items.is_empty() => {
            let items: Vec<String> = items.iter().map(|s| annotation(s, containers)).collect();
            format!("tuple[{}]", items.join(", "))
        }
        _ => word(),
    }
}

/// Nothing where nothing is known; a side that is not bounded is left out.
fn interval(i: Interval) -> String {
    let side = |n: i64, free: i64| if n == free { String::new() } else { n.to_string() };
    match (side(i.lo, i64::MIN), side(i.hi, i64::MAX)) {
        (lo, hi) if lo.is_empty() && hi.is_empty() => String::new(),
        (lo, hi) if lo == hi => format!("[{lo}]"),
        (lo, hi) => format!("[{lo}..{hi}]"),
    }
}
