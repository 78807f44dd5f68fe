//! Whole programs that have types, end, and print what they come to.
//!
//! Every variable has one type for its whole life, and one that is bound within a block is
//! used only there. Loops are bounded, functions call only what stands before them, and
//! what they cost is added up, so that programs end. What a loop could make grow without a
//! bound is cut. Nothing is printed that is left open: the order of sets of strings,
//! identities, addresses.
//!
//! ```text
//! expressions   of every type, down to some depth
//! calls         of functions, methods and classes
//! statements    and blocks of them
//! loops         and what changes while they run
//! functions     plain, closures, generators
//! classes       a hierarchy at a time
//! ```

mod calls;
mod classes;
mod expressions;
mod functions;
mod loops;
mod statements;

use super::random::Random;
use super::tree::{Clause, Expr, Program, Stmt};
use super::types::Type;

/// Program number `index` of a seed.
pub fn program(seed: u64, index: u64) -> Program {
    let mut random = Random::new(seed, index);
    let left = 20 + random.below(100);
    let mut generator = Generator {
        random,
        left,
        variables: Vec::new(),
        functions: Vec::new(),
        classes: Vec::new(),
        level: 0,
        rounds: 1,
        cost: 0,
        names: 0,
        within: None,
        in_loop: false,
        returns: None,
        yields: None,
        nesting: 0,
        pure: 0,
    };
    generator.program()
}

#[derive(Clone, Debug)]
struct Variable {
    name: String,
    ty: Type,
    /// How deep the function is nested that it belongs to; the module's is 0.
    level: usize,
    assignable: bool,
}

#[derive(Clone, Debug)]
struct Param {
    name: String,
    ty: Type,
    default: Option<String>,
}

#[derive(Clone, Debug)]
struct Function {
    name: String,
    params: Vec<Param>,
    /// The items of `*rest`.
    rest: Option<Type>,
    /// The values of `**named`.
    named: Option<Type>,
    result: Type,
    cost: usize,
    /// The method's class, and its number among the methods of the hierarchy.
    method: Option<(usize, usize)>,
}

#[derive(Clone, Debug, Default)]
struct Class {
    name: String,
    base: Option<usize>,
    /// The first class of the hierarchy.
    root: usize,
    /// Those of the base come first.
    fields: Vec<(String, Type)>,
    params: Vec<Param>,
    properties: Vec<(String, Type)>,
    operators: Vec<Operator>,
}

#[derive(Clone, Debug, PartialEq)]
enum Operator {
    Equal,
    Less,
    Add,
    Length,
    Iterate(Type),
    Item(Type),
    Call(Type),
    Truth,
    Context,
}

struct Generator {
    random: Random,
    /// How many statements there will be, about.
    left: usize,
    variables: Vec<Variable>,
    functions: Vec<Function>,
    classes: Vec<Class>,
    /// How deep the function is nested whose body is made.
    level: usize,
    /// How often the statement that is made runs, when its function is called once.
    rounds: usize,
    /// What the function comes to that is made, in statements.
    cost: usize,
    names: usize,
    /// The root and number of the method that is made, which calls only those of lower number.
    within: Option<(usize, usize)>,
    in_loop: bool,
    /// What the function that is made returns.
    returns: Option<Type>,
    yields: Option<Type>,
    /// How deep statements are nested.
    nesting: usize,
    /// Within so many expressions that may not bind names.
    pure: usize,
}

/// The most that one function may cost.
const MOST: usize = 3_000;

const PRELUDE: &str = "import sys
BIG = 2**64 - 2**64
MAX = 9223372036854775807
LOG = [3]
def say(e):
    if isinstance(e, OverflowError):
        print('!', 'OverflowError')
    else:
        print('!', type(e).__name__, e)
class Trouble(Exception):
    def __init__(self, code, why='?'):
        super().__init__(why, code)
        self.code = code
        self.why = why
class Worse(Trouble):
    def __str__(self):
        return f'worse {self.code}'";

impl Generator {
    fn program(&mut self) -> Program {
        let mut body = vec![Stmt::line(PRELUDE, vec![])];
        self.parameter("LOG", &super::types::list(Type::Int));
        for _ in 0..1 + self.random.below(3) {
            let stmt = self.new_variable(2);
            body.push(stmt);
        }
        for _ in 0..2 + self.random.below(4) {
            match self.random.weighted(&[5, 2, 2]) {
                0 => self.function(&mut body),
                1 if self.classes.is_empty() || self.random.percent(25) => self.hierarchy(&mut body),
                _ => {
                    for _ in 0..1 + self.random.below(3) {
                        let stmt = self.new_variable(2);
                        body.push(stmt);
                    }
                    body.push(self.guarded_block(2));
                }
            }
        }
        for _ in 0..1 + self.random.below(3) {
            for _ in 0..1 + self.random.below(2) {
                let stmt = self.new_variable(2);
                body.push(stmt);
            }
            body.push(self.guarded_block(4));
        }
        // What is left shows what happened.
        for variable in self.variables.clone() {
            if variable.ty.is_printable() {
                let value = Expr::leaf(variable.ty, variable.name.clone());
                body.push(self.guarded(vec![Stmt::line(format!("print('{}', $)", variable.name), vec![value])]));
            }
        }
        Program { body }
    }

    /// A block whose exceptions are printed.
    fn guarded_block(&mut self, statements: usize) -> Stmt {
        let body = self.block(statements);
        self.guarded(body)
    }

    fn guarded(&mut self, body: Vec<Stmt>) -> Stmt {
        let class = *self.random.pick(&["Exception", "Exception", "(ArithmeticError, Exception)"]);
        Stmt::Compound(vec![
            Clause::new("try:", vec![], body),
            Clause::new(format!("except {class} as e:"), vec![], vec![Stmt::line("say(e)", vec![])]),
        ])
    }

    fn name(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    /// The type of some new variable.
    fn some_type(&mut self, depth: usize) -> Type {
        super::types::value(&mut self.random, depth, self.classes.len())
    }

    /// Names that are bound by an expression are seen within it only.
    fn scoped<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let n = self.variables.len();
        let result = work(self);
        self.variables.truncate(n);
        result
    }

    fn is_derived(&self, class: usize, from: usize) -> bool {
        class == from || self.classes[class].base.is_some_and(|base| self.is_derived(base, from))
    }

    /// Whether what may run for an object of this class may be called here.
    fn may_operate(&self, class: usize) -> bool {
        self.within.is_none_or(|(root, _)| self.classes[class].root != root)
    }
}
