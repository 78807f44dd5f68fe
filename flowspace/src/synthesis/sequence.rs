//! Classes with `__getitem__` and without `__iter__`: Python asks them for one item after the
//! other, and the methods that do so stand in for those that the class lacks.

use super::{Recipe, Source};
use naja_ir::flow::{Base, STAND_INS, UserClass};

pub(super) fn write(source: &Source, class: UserClass, recipe: &mut Recipe) {
    let data = &source.program.classes[class];
    let is_plain = data.mro.iter().all(|base| matches!(base, Base::User(_)) || is_object(base));
    if !source.binds(class, "__getitem__") || !is_plain {
        return;
    }
    let has = |name: &str| source.order(class).any(|base| source.binds(base, name));
    if has("__iter__") {
        return;
    }
    let [forward, back] = STAND_INS;
    recipe.function(forward, "self");
    recipe.body(
        "i = 0\nwhile True:\n    try:\n        item = self[i]\n    except (IndexError, StopIteration):\n        return\n    yield item\n    i += 1",
    );
    recipe.members.push(("__iter__".into(), forward.into()));
    if has("__len__") && !has("__reversed__") {
        recipe.function(back, "self");
        recipe.body("i = len(self)\nwhile i > 0:\n    i -= 1\n    yield self[i]");
        recipe.members.push(("__reversed__".into(), back.into()));
    }
}

fn is_object(base: &Base) -> bool {
    matches!(base, Base::Builtin(name) if &**name == "object")
}
