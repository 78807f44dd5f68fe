//! Which argument of a call goes to which parameter: CPython's rules, shared with
//! the rtyper.

use naja_ir::Name;
use naja_ir::flow::{Function, Param, ParamKind};

/// What a parameter takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ArgSource {
    /// The call's argument of this index (the callee is not counted; keyword
    /// arguments follow the positional ones).
    Arg(usize),
    Default,
    /// `*args`: these positional arguments, as a tuple.
    Rest(Vec<usize>),
    /// `**kwargs`: these keyword arguments, as a dict; and what the call's `**` has
    /// beside the parameters.
    Keywords(Vec<(Name, usize)>),
    /// What the call's stars have for it, when the program runs.
    Taken(Taken),
    /// `*args`: these positional arguments, then the items of the call's `*` from a place on.
    RestFrom(Vec<usize>, usize),
}

/// Where a parameter is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    /// At this place of the call's `*`.
    pub place: Option<usize>,
    /// By its name in the call's `**`.
    pub by_name: bool,
    /// It has a default.
    pub or_default: bool,
}

/// What of a call stands for any number of arguments. The arguments are those by
/// position, the tuple of the rest, those by keyword, the dict of the others.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Stars {
    /// Is there a tuple of unknown length?
    pub rest: bool,
    /// Is there a dict? It came behind so many of the keywords.
    pub others: Option<usize>,
}

impl Stars {
    pub fn are_there(self) -> bool {
        self.rest || self.others.is_some()
    }

    /// How many of `n` arguments go by position, one by one.
    pub fn positional(self, n: usize, keywords: &[Name]) -> usize {
        n - keywords.len() - usize::from(self.rest) - usize::from(self.others.is_some())
    }
}

/// Why a call does not fit a function.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BindError {
    TooMany {
        most: usize,
        given: usize,
    },
    Missing(Vec<Name>),
    UnknownKeyword(Name),
    Twice(Name),
    /// Given by keyword, though the parameter is positional only.
    PositionalOnly(Name),
}

/// One source for each parameter of the function. Values that were captured are the
/// first positional arguments. What depends on the items of the call's stars is seen to
/// when the program runs.
pub fn bind(
    function: &Function,
    positional: usize,
    keywords: &[Name],
    stars: Stars,
) -> Result<Vec<ArgSource>, BindError> {
    let params = &function.params;
    let captured = params.iter().filter(|p| p.kind == ParamKind::Captured).count();
    let mut sources: Vec<Option<ArgSource>> = vec![None; params.len()];
    let takes_position =
        |kind: ParamKind| matches!(kind, ParamKind::Captured | ParamKind::PositionalOnly | ParamKind::Normal);
    let by_position = params.iter().take_while(|p| takes_position(p.kind)).count();
    let rest = params.iter().position(|p| p.kind == ParamKind::VarArgs);
    let others = params.iter().position(|p| p.kind == ParamKind::VarKeywords);
    if positional > by_position && rest.is_none() {
        return Err(BindError::TooMany { most: by_position - captured, given: positional - captured });
    }
    for (i, source) in sources.iter_mut().take(positional.min(by_position)).enumerate() {
        *source = Some(ArgSource::Arg(i));
    }
    if let Some(rest) = rest {
        let beyond = (by_position.min(positional)..positional).collect();
        sources[rest] = Some(match stars.rest {
            true => ArgSource::RestFrom(beyond, by_position.saturating_sub(positional)),
            false => ArgSource::Rest(beyond),
        });
    }
    let first_keyword = positional + usize::from(stars.rest);
    let mut more: Vec<(Name, usize)> = Vec::new();
    for (k, keyword) in keywords.iter().enumerate() {
        let named = |p: &&Param| matches!(p.kind, ParamKind::Normal | ParamKind::KeywordOnly);
        let found = params.iter().position(|p| p.name == *keyword && named(&p));
        match found {
            Some(i) => {
                if sources[i].replace(ArgSource::Arg(first_keyword + k)).is_some() {
                    return Err(BindError::Twice(keyword.clone()));
                }
            }
            None if others.is_some_and(|i| is_ignored(function, i)) => {}
            None if others.is_some() => more.push((keyword.clone(), first_keyword + k)),
            None if params.iter().any(|p| p.name == *keyword && p.kind == ParamKind::PositionalOnly) => {
                return Err(BindError::PositionalOnly(keyword.clone()));
            }
            None => return Err(BindError::UnknownKeyword(keyword.clone())),
        }
    }
    if let Some(others) = others {
        sources[others] = Some(ArgSource::Keywords(more));
    }
    let mut missing = Vec::new();
    let mut bound = Vec::with_capacity(params.len());
    for (i, (param, source)) in params.iter().zip(sources).enumerate() {
        let taken = Taken {
            place: (stars.rest && takes_position(param.kind)).then(|| i.saturating_sub(positional)),
            by_name: stars.others.is_some() && matches!(param.kind, ParamKind::Normal | ParamKind::KeywordOnly),
            or_default: param.default.is_some(),
        };
        match source {
            Some(source) => bound.push(source),
            None if taken.place.is_some() || taken.by_name => bound.push(ArgSource::Taken(taken)),
            None if param.default.is_some() => bound.push(ArgSource::Default),
            None => missing.push(param.name.clone()),
        }
    }
    if missing.is_empty() { Ok(bound) } else { Err(BindError::Missing(missing)) }
}

/// Does the function do nothing with a parameter? Then what is in `**kwargs` does not matter.
fn is_ignored(function: &Function, param: usize) -> bool {
    let graph = &function.graph;
    // One of the library may have no graph yet.
    let Some(&value) = graph.params().get(param) else { return false };
    graph.blocks.values().all(|data| {
        let mut is_used = data.ops.iter().any(|op| op.args.contains(&value));
        data.terminator.for_each_use(|used| is_used |= used == value);
        !is_used
    })
}

/// How a builtin function takes its arguments.
#[derive(Clone, Copy, Debug)]
pub struct Params {
    /// Their names as keywords; `""` where a parameter is positional only.
    pub positional: &'static [&'static str],
    /// The first so many of `positional` have no default.
    pub required: usize,
    /// Takes any number of positional arguments beyond `positional`.
    pub variadic: bool,
    pub keyword_only: &'static [&'static str],
}

/// Where the arguments of a call of a builtin went: indices among the call's
/// arguments (the callee is not counted).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuiltinArgs {
    /// One for each of `positional`.
    pub positional: Vec<Option<usize>>,
    pub rest: Vec<usize>,
    /// One for each of `keyword_only`.
    pub keyword_only: Vec<Option<usize>>,
}

pub fn bind_builtin(params: &Params, positional: usize, keywords: &[Name]) -> Result<BuiltinArgs, BindError> {
    let named = params.positional.len();
    if positional > named && !params.variadic {
        return Err(BindError::TooMany { most: named, given: positional });
    }
    let mut bound = BuiltinArgs {
        positional: (0..named).map(|i| (i < positional).then_some(i)).collect(),
        rest: (named.min(positional)..positional).collect(),
        keyword_only: vec![None; params.keyword_only.len()],
    };
    for (k, keyword) in keywords.iter().enumerate() {
        let slot = if let Some(i) = params.positional.iter().position(|&n| n == &**keyword) {
            &mut bound.positional[i]
        } else if let Some(i) = params.keyword_only.iter().position(|&n| n == &**keyword) {
            &mut bound.keyword_only[i]
        } else {
            return Err(BindError::UnknownKeyword(keyword.clone()));
        };
        if slot.replace(positional + k).is_some() {
            return Err(BindError::Twice(keyword.clone()));
        }
    }
    let missing: Vec<Name> =
        (0..params.required)
            .filter(|&i| bound.positional[i].is_none())
            .map(|i| {
                if params.positional[i].is_empty() {
                    format!("argument {}", i + 1)
                } else {
                    params.positional[i].into()
                }
            })
            .map(Name::from)
            .collect();
    if missing.is_empty() { Ok(bound) } else { Err(BindError::Missing(missing)) }
}
