//! Expressions, in Python's order of evaluation.

use super::Lowering;
use super::comprehension::Consumer;
use crate::ast::*;
use crate::builtins;
use crate::errors::Mistake;
use crate::modules::FILES;
use crate::synthesis;
use naja_ir::Name;
use naja_ir::flow::{Arg, BinaryOp, CompareOp, Constant, FlowOp, UnaryOp};
use naja_ir::graph::{Link, Value};
use naja_ir::source::Span;
use std::collections::HashSet;

impl<'a> Lowering<'a> {
    /// The value of an expression. The way down to the operand that is evaluated
    /// first is walked, not recursed: it may be very long.
    pub(super) fn expr(&mut self, id: ExprId) -> Value {
        let mut chain = Vec::new();
        let mut at = id;
        let mut value = loop {
            if let Some(literal) = self.ast.literal(at) {
                break self.constant(literal, self.ast.span(at));
            }
            match self.ast.first_operand(at) {
                Some(first) => {
                    chain.push(at);
                    at = first;
                }
                None => {
                    let value = self.leaf(at);
                    let is_called = matches!(chain.last().map(|&at| self.ast.expr(at)), Some(ExprKind::Call { .. }));
                    break if is_called { value } else { self.redirected_print(value, self.ast.span(at)) };
                }
            }
        };
        for (number, &at) in chain.iter().enumerate().rev() {
            let parent = number.checked_sub(1).map(|number| self.ast.expr(chain[number]));
            value = match (self.ast.expr(at), parent) {
                (ExprKind::Attribute { name, .. }, Some(ExprKind::Call { args, keywords, .. }))
                    if &**name == "_replace" && args.is_empty() && !keywords.is_empty() =>
                {
                    let method = synthesis::replace_method(keywords);
                    self.emit(FlowOp::GetAttr(method), &[value], self.ast.span(at))
                }
                // The template itself, for its call.
                (ExprKind::Attribute { .. }, Some(ExprKind::Call { args, keywords, .. }))
                    if self.format_call(at, args, keywords).is_some() =>
                {
                    value
                }
                _ => self.with_first(at, value),
            };
        }
        value
    }

    /// An expression whose first operand has been evaluated.
    fn with_first(&mut self, id: ExprId, first: Value) -> Value {
        let span = self.ast.span(id);
        match self.ast.expr(id) {
            ExprKind::Binary { op, left, right } => {
                if *op == BinaryOp::Mod
                    && let Some(text) = self.percent(*left, first, *right, span)
                {
                    return text;
                }
                let mut right = self.expr(*right);
                if *op == BinaryOp::Mod && matches!(self.constants.get(&first), Some(Constant::Str(_))) {
                    right = self.items_of(right, span);
                }
                self.emit(FlowOp::Binary { op: *op, inplace: false }, &[first, right], span)
            }
            ExprKind::Unary { op, .. } => {
                let value = self.emit(FlowOp::Unary(*op), &[first], span);
                if *op == UnaryOp::Not {
                    self.bools.insert(value);
                }
                value
            }
            ExprKind::Compare { rest, .. } => self.comparison(first, rest, span),
            ExprKind::Call { func, args, keywords } => match self.format_call(*func, args, keywords) {
                Some(pieces) => self.formatted(&pieces, args, keywords, span),
                None => match self.computed_attribute(id, first, args, span) {
                    Some(value) => value,
                    None => self.call(*func, first, args, keywords, span),
                },
            },
            ExprKind::Attribute { name, .. } => self.attribute(first, name, span),
            ExprKind::Subscript { .. } if self.is_generic(first) => first,
            ExprKind::Subscript { index, .. } => {
                let index = self.expr(*index);
                if let Some(lookup) = self.lookup(first, true, span) {
                    return self.emit(FlowOp::Call { keywords: Vec::new() }, &[lookup, index], span);
                }
                self.emit(FlowOp::GetItem, &[first, index], span)
            }
            _ => unreachable!("only these have a first operand"),
        }
    }

    fn leaf(&mut self, id: ExprId) -> Value {
        let ast: &'a Ast = self.ast;
        let span = ast.span(id);
        match ast.expr(id) {
            ExprKind::Constant(constant) => self.constant(constant.clone(), span),
            ExprKind::Name(name) => self.load_name(name, span),
            ExprKind::Tuple(items) => self.tuple(items, span),
            ExprKind::List(items) => self.list(items, span),
            ExprKind::Set(items) => self.set(items, span),
            ExprKind::Dict(items) => self.dict(items, span),
            ExprKind::Slice(parts) => {
                let parts = parts.map(|part| match part {
                    Some(part) => self.expr(part),
                    None => self.constant(Constant::None, span),
                });
                self.emit(FlowOp::Slice, &parts, span)
            }
            ExprKind::And(operands) => self.short_circuit(operands, true, span),
            ExprKind::Or(operands) => self.short_circuit(operands, false, span),
            ExprKind::Named { target, value } => {
                let value = self.expr(*value);
                self.assign(*target, value);
                value
            }
            ExprKind::Conditional { .. } => self.conditional(id),
            ExprKind::Lambda { params, .. } => self.lambda(id, params),
            ExprKind::Comprehension(_) => self.comprehension(id),
            ExprKind::Yield(value) => {
                let value = match value {
                    Some(value) => self.expr(*value),
                    None => self.constant(Constant::None, span),
                };
                self.emit(FlowOp::Yield, &[value], span)
            }
            ExprKind::YieldFrom(iterable) => {
                let iterable_span = ast.span(*iterable);
                let iterable = self.expr(*iterable);
                let state = self.emit(FlowOp::Iter, &[iterable], iterable_span);
                self.emit(FlowOp::YieldFrom, &[state], span)
            }
            ExprKind::Joined(pieces) => self.f_string(pieces, span),
            ExprKind::Formatted { .. } => self.f_string(&[id], span),
            _ => unreachable!("{:?} is beyond this step, or has a first operand", self.ast.expr(id)),
        }
    }

    fn call(&mut self, callee: ExprId, func: Value, args: &[ExprId], keywords: &[Keyword], span: Span) -> Value {
        match self.enclosed_object(func, span) {
            Some((Some(init), object)) => {
                self.call_plainly(callee, init, args, keywords, span);
                object
            }
            Some((None, object)) => {
                if !args.is_empty() || !keywords.is_empty() {
                    let what = "arguments for a class without `__init__` in a function".into();
                    self.mistake(Mistake::NotYet { what, help: None }, span);
                }
                object
            }
            None => self.call_plainly(callee, func, args, keywords, span),
        }
    }

    fn call_plainly(
        &mut self,
        callee: ExprId,
        func: Value,
        args: &[ExprId],
        keywords: &[Keyword],
        span: Span,
    ) -> Value {
        if args.iter().any(|&arg| self.is_starred(arg)) || keywords.iter().any(|keyword| keyword.name.is_none()) {
            return self.call_with_stars(func, args, keywords, span);
        }
        if matches!(self.constants.get(&func), Some(Constant::Builtin(name)) if &**name == "super") {
            return self.super_object(args, keywords, span);
        }
        if let Some(replaced) = self.replaced(func, args, keywords, span) {
            return replaced;
        }
        let consumer = self.consumer(callee, func, args, keywords.len());
        let func = self.lookup(func, false, span).unwrap_or(func);
        let takes_iterables = match self.constants.get(&func) {
            Some(Constant::Builtin(name)) => builtins::iterates(name),
            _ => false,
        };
        let mut operands = vec![func];
        for (i, &arg) in args.iter().enumerate() {
            operands.push(match consumer {
                Some(_) if i == 0 => self.comprehension_state(arg),
                _ => self.expr(arg),
            });
            if takes_iterables {
                operands[i + 1] = self.iterable(operands[i + 1], span);
            }
        }
        let mut names = Vec::new();
        for keyword in keywords {
            names.extend(keyword.name.clone());
            operands.push(self.expr(keyword.value));
        }
        if matches!(self.constants.get(&func), Some(Constant::Builtin(name)) if &**name == "open") {
            operands[0] = self.opener(&operands, &names, span);
        }
        if let Some(consumer) = consumer {
            let state = operands[1];
            operands[1] = self.run_comprehension(args[0], state, consumer, span);
            if matches!(consumer, Consumer::Any | Consumer::All | Consumer::Next) {
                self.emit0(FlowOp::EndIter, &[state], span);
            }
            match consumer {
                Consumer::List | Consumer::Unknown => {}
                Consumer::Any | Consumer::All => return operands[1],
                Consumer::Next => return self.first_or(operands[1], operands.get(2).copied(), span),
            }
        }
        let n_positional = operands.len() - names.len();
        let file = names.iter().position(|name| &**name == "file").map(|at| n_positional + at);
        if self.redirect(func, &mut operands, file, span) {
            names.push("file".into());
        }
        let reveals = matches!(self.constants.get(&func), Some(Constant::Typing(name)) if &**name == "reveal_type");
        if reveals && operands.len() == 2 && names.is_empty() {
            return self.emit(FlowOp::RevealType, &operands[1..], span);
        }
        if let Some(slice) = self.slice_object(func, &operands[1..], &names, span) {
            return slice;
        }
        let result = self.emit(FlowOp::Call { keywords: names }, &operands, span);
        // A generator that was made for these goes with their call.
        let asks_some = match self.constants.get(&func) {
            Some(Constant::Builtin(name)) => ["next", "any", "all"].contains(&&**name),
            _ => false,
        };
        if asks_some && args.first().is_some_and(|&arg| matches!(self.ast.expr(arg), ExprKind::Call { .. })) {
            self.emit0(FlowOp::EndIter, &[operands[1]], span);
        }
        result
    }

    /// `slice(stop)`, `slice(start, stop, step)`
    fn slice_object(&mut self, func: Value, args: &[Value], keywords: &[Name], span: Span) -> Option<Value> {
        if !matches!(self.constants.get(&func), Some(Constant::Builtin(name)) if &**name == "slice") {
            return None;
        }
        let mut none = || self.constant(Constant::None, span);
        let bounds = match (args, keywords) {
            (&[stop], []) => [none(), stop, none()],
            (&[start, stop], []) => [start, stop, none()],
            (&[start, stop, step], []) => [start, stop, step],
            _ => return None,
        };
        Some(self.emit(FlowOp::Slice, &bounds, span))
    }

    /// The function that opens a file as the mode says, which is a literal: each gives an
    /// object of another class.
    fn opener(&mut self, operands: &[Value], keywords: &[Name], span: Span) -> Value {
        let n_positional = operands.len() - keywords.len();
        let keyword = keywords.iter().position(|name| &**name == "mode").map(|i| operands[n_positional + i]);
        let mode = if n_positional > 2 { Some(operands[2]) } else { keyword };
        let opener = match mode.map(|mode| self.constants.get(&mode)) {
            None => "open_text",
            Some(Some(Constant::Str(mode))) => match (mode.contains('b'), mode.contains('+'), mode.contains('r')) {
                (false, ..) => "open_text",
                (true, true, _) => "open_random",
                (true, false, true) => "open_reader",
                (true, false, false) => "open_writer",
            },
            Some(_) => {
                let help = "write it where `open` is called: the class of the file depends on it".into();
                let what = "modes of `open` that are no literals".into();
                self.mistake(Mistake::NotYet { what, help: Some(help) }, span);
                "open_text"
            }
        };
        self.file_function(opener, span)
    }

    /// A function of the standard module for files, which is there where the program names them.
    pub(super) fn file_function(&mut self, name: &str, span: Span) -> Value {
        let module = self.world.modules.by_name[FILES];
        let constant = self.world.names.modules[module][name].constant.clone();
        self.constant(constant.expect("a function"), span)
    }

    fn call_with_stars(&mut self, func: Value, args: &[ExprId], keywords: &[Keyword], span: Span) -> Value {
        let mut operands = vec![func];
        let mut how = Vec::new();
        let first = args.iter().position(|&arg| self.is_starred(arg)).unwrap_or(args.len());
        for &arg in &args[..first] {
            operands.push(self.expr(arg));
            how.push(Arg::Positional);
        }
        // A tuple that is alone is made only when all else is evaluated.
        let mut alone = None;
        match &args[first..] {
            [] => {}
            [only] if first == 0 => {
                let ExprKind::Starred(iterable) = *self.ast.expr(*only) else { unreachable!("the first star") };
                alone = Some(iterable);
                operands.push(match self.is_generator(iterable) {
                    true => self.comprehension_state(iterable),
                    false => self.expr(iterable),
                });
                how.push(Arg::Star);
            }
            rest => {
                operands.push(self.rest_of_arguments(rest, span));
                how.push(Arg::Star);
            }
        }
        let keywords = self.plain_keywords(keywords);
        let mut others = None;
        for (name, value) in keywords {
            match (name, others) {
                (Some(name), _) => {
                    let value = self.expr(value);
                    operands.push(value);
                    how.push(Arg::Keyword(name));
                }
                (None, Some(dict)) => {
                    let mapping = self.expr(value);
                    self.emit0(FlowOp::KeywordsUpdate, &[dict, mapping, func], span);
                }
                (None, None) => {
                    let mapping = self.expr(value);
                    let dict = self.emit(FlowOp::Dict, &[], span);
                    self.emit0(FlowOp::KeywordsUpdate, &[dict, mapping, func], span);
                    operands.push(dict);
                    how.push(Arg::DoubleStar);
                    others = Some(dict);
                }
            }
        }
        if let Some(iterable) = alone {
            if self.is_generator(iterable) {
                operands[1] = self.run_comprehension(iterable, operands[1], Consumer::List, span);
            }
            operands[1] = self.emit(FlowOp::StarArgs, &operands[1..2], span);
        }
        let file = how.iter().position(|arg| matches!(arg, Arg::Keyword(name) if &**name == "file")).map(|at| at + 1);
        if self.redirect(func, &mut operands, file, span) {
            how.push(Arg::Keyword("file".into()));
            if others.is_some() {
                let what = "`**` in a call of print, where standard output is given another file".into();
                self.mistake(Mistake::NotYet { what, help: None }, span);
            }
        }
        self.emit(FlowOp::CallStar(how), &operands, span)
    }

    /// Asks `sys` for the file that a call of `print` writes to, where standard output may be another
    /// one than it was; `file` is the place of its own. Was an argument added?
    fn redirect(&mut self, func: Value, operands: &mut Vec<Value>, file: Option<usize>, span: Span) -> bool {
        let is_print = matches!(self.constants.get(&func), Some(Constant::Builtin(name)) if &**name == "print");
        let Some([asked, _]) = self.world.redirected.printing.clone().filter(|_| is_print) else { return false };
        let asked = self.constant(asked, span);
        let given = match file {
            Some(at) => operands[at],
            None => self.constant(Constant::None, span),
        };
        let value = self.emit(FlowOp::Call { keywords: Vec::new() }, &[asked, given], span);
        match file {
            Some(at) => operands[at] = value,
            None => operands.push(value),
        }
        file.is_none()
    }

    /// `print` as a value is a function that asks so.
    fn redirected_print(&mut self, value: Value, span: Span) -> Value {
        let is_print = matches!(self.constants.get(&value), Some(Constant::Builtin(name)) if &**name == "print");
        match self.world.redirected.printing.clone().filter(|_| is_print) {
            Some([_, print]) => self.constant(print, span),
            None => value,
        }
    }

    /// `*a, b, *c` among the arguments, as one tuple.
    fn rest_of_arguments(&mut self, args: &[ExprId], span: Span) -> Value {
        let mut whole = None;
        let is_starred = |arg: &ExprId| matches!(self.ast.expr(*arg), ExprKind::Starred(_));
        for run in args.chunk_by(|a, b| !is_starred(a) && !is_starred(b)) {
            let part = match (run, self.ast.expr(run[0])) {
                ([_], &ExprKind::Starred(iterable)) => {
                    let iterable = self.used_up(iterable);
                    self.emit(FlowOp::StarArgs, &[iterable], span)
                }
                _ => {
                    let items: Vec<Value> = run.iter().map(|&arg| self.expr(arg)).collect();
                    self.emit(FlowOp::Tuple, &items, span)
                }
            };
            whole = Some(match whole {
                Some(whole) => self.emit(FlowOp::Binary { op: BinaryOp::Add, inplace: false }, &[whole, part], span),
                None => part,
            });
        }
        whole.expect("there are arguments")
    }

    /// The keywords of a call: `**{"a": 1}` is `a=1`, where no name is there twice.
    fn plain_keywords(&self, keywords: &[Keyword]) -> Vec<(Option<Name>, ExprId)> {
        let mut plain: Vec<(Option<Name>, ExprId)> = Vec::new();
        for keyword in keywords {
            let pairs = match (&keyword.name, self.ast.expr(keyword.value)) {
                (None, ExprKind::Dict(items)) => items
                    .iter()
                    .map(|&(key, value)| match self.ast.literal(key?) {
                        Some(Constant::Str(name)) => Some((Some(name), value)),
                        _ => None,
                    })
                    .collect(),
                _ => None,
            };
            plain.extend(pairs.unwrap_or_else(|| vec![(keyword.name.clone(), keyword.value)]));
        }
        let mut names = HashSet::new();
        match plain.iter().all(|(name, _)| name.as_ref().is_none_or(|name| names.insert(name.clone()))) {
            true => plain,
            false => keywords.iter().map(|keyword| (keyword.name.clone(), keyword.value)).collect(),
        }
    }

    /// `a < b < c`: each operand once; the first comparison that is false is the value.
    fn comparison(&mut self, first: Value, rest: &[(CompareOp, ExprId)], span: Span) -> Value {
        let (last, before) = rest.split_last().expect("a comparison has an operator");
        let mut left = first;
        if before.is_empty() {
            let right = self.expr(last.1);
            return self.emit(FlowOp::Compare(last.0), &[left, right], span);
        }
        let join = self.new_block();
        let result = self.add_param(join, None);
        for &(op, right) in before {
            let right = self.expr(right);
            let value = self.emit(FlowOp::Compare(op), &[left, right], span);
            let truth = self.truth(value, span);
            let next = self.new_block();
            self.branch(truth, Link::new(next, []), Link::new(join, [value]));
            self.enter(next);
            left = right;
        }
        let right = self.expr(last.1);
        let value = self.emit(FlowOp::Compare(last.0), &[left, right], span);
        self.jump(join, &[value]);
        self.enter(join);
        result
    }

    /// `a and b` is b where a is true, else a; `or` the other way round.
    fn short_circuit(&mut self, operands: &[ExprId], is_and: bool, span: Span) -> Value {
        let join = self.new_block();
        let result = self.add_param(join, None);
        let (&last, before) = operands.split_last().expect("`and` and `or` have operands");
        for &operand in before {
            let (value, facts) = self.tested(operand);
            let truth = self.truth(value, span);
            let (next, leave) = (self.new_block(), self.new_block());
            let (next_link, leave_link) = (Link::new(next, []), Link::new(leave, []));
            match is_and {
                true => self.branch(truth, next_link, leave_link),
                false => self.branch(truth, leave_link, next_link),
            }
            self.enter(leave);
            let value = self.learn(&facts, !is_and, value);
            self.jump(join, &[value]);
            self.enter(next);
            self.learn(&facts, is_and, value);
        }
        let value = self.expr(last);
        self.jump(join, &[value]);
        self.enter(join);
        result
    }

    /// `a if test else b`, and a chain of them.
    fn conditional(&mut self, id: ExprId) -> Value {
        let join = self.new_block();
        let result = self.add_param(join, None);
        let mut at = id;
        while let ExprKind::Conditional { test, body, orelse } = *self.ast.expr(at) {
            let (then, otherwise) = (self.new_block(), self.new_block());
            self.condition(test, then, otherwise);
            self.enter(then);
            if self.block.is_some() {
                let value = self.expr(body);
                self.jump(join, &[value]);
            }
            self.enter(otherwise);
            if self.block.is_none() {
                break;
            }
            at = orelse;
        }
        if self.block.is_some() {
            let value = self.expr(at);
            self.jump(join, &[value]);
        }
        self.enter(join);
        result
    }

    fn f_string(&mut self, pieces: &[ExprId], span: Span) -> Value {
        let (mut groups, mut strings) = (Vec::new(), Vec::new());
        for &piece in pieces {
            match self.ast.expr(piece) {
                ExprKind::Formatted { value, conversion, spec } => {
                    let value_span = self.ast.span(*value);
                    let value = self.expr(*value);
                    strings.push(match spec {
                        Some(spec) => {
                            let spec = self.expr(*spec);
                            self.emit(FlowOp::FormatSpec(*conversion), &[value, spec], value_span)
                        }
                        None => self.emit(FlowOp::Format(*conversion), &[value], value_span),
                    });
                }
                _ => strings.push(self.expr(piece)),
            }
            // As many as live at a time: what is behind them is joined to them later.
            if strings.len() == super::display::AT_ONCE {
                let joined = self.joined(&strings, span);
                groups.push(joined);
                strings.clear();
            }
        }
        if !groups.is_empty() && !strings.is_empty() {
            let joined = self.joined(&strings, span);
            groups.push(joined);
        }
        while groups.len() > 1 {
            let mut larger = Vec::new();
            for group in groups.chunks(super::display::AT_ONCE) {
                larger.push(self.joined(group, span));
            }
            groups = larger;
        }
        groups.pop().unwrap_or_else(|| self.joined(&strings, span))
    }

    /// The bool that a test asks; a value that is a bool for sure is its own.
    pub(super) fn truth(&mut self, value: Value, span: Span) -> Value {
        if self.bools.contains(value) {
            return value;
        }
        let truth = self.emit(FlowOp::Truth, &[value], span);
        self.bools.insert(truth);
        truth
    }
}
