//! The whole program's lowering: which functions are needed, and the tables that
//! they share. Functions are lowered from a queue; lowering one asks for others,
//! among them helpers of the library, which are annotated on demand.

use crate::function;
use crate::objects::{Families, ObjectLayout};
use crate::synthesis::{self, Synthesis};
use naja_annotator::annotation::{Annotation, Container, Member, Site, Sites};
use naja_annotator::heap::{Containers, Contents, Family};
use naja_annotator::{Annotations, Options, SpecId, Structs};
use naja_flowspace::FlowSpace;
use naja_ir::Name;
use naja_ir::classes::ClassId;
use naja_ir::entity::{PrimaryMap, SecondaryMap};
use naja_ir::flow::{Base, Constant, FuncId, GlobalId, UserClass};
use naja_ir::lltype::{
    BIG_INT, BYTE_ARRAY, BYTES, EXCEPTION, Field, LlType, STR, STR_ARRAY, Storage, Struct, StructId, well_known_structs,
};
use naja_ir::lowlevel::{
    Cell, CellId, Hooks, LlFunc, LlFunction, LlGraph, LlOp, LlProgram, Place, PlaceData, Static, StaticId, StaticTail,
    StaticValue,
};
use naja_ir::prim::Effect;
use naja_ir::source::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;

use crate::repr::{components, is_unit, item_class, member_components, shape};

/// What of a program is up to its user.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// How many calls and rounds of loops it may make, if that is bounded.
    pub fuel: Option<i64>,
    /// Exceptions keep where they passed, and tell it when nobody catches them.
    pub tracebacks: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { fuel: None, tracebacks: true }
    }
}

/// Turns an annotated program into a low-level one. `annotations.entries[0]` is
/// the body of `__main__`.
pub fn lower(flow: &mut FlowSpace, annotations: Annotations, wanted: Wanted) -> LlProgram {
    let main_spec = annotations.entries[0];
    let exception_args = annotations.exception_args.clone();
    let containers = annotations.containers.clone();
    let mut l = Lowering {
        flow,
        program: LlProgram {
            structs: well_known_structs(),
            statics: PrimaryMap::new(),
            cells: PrimaryMap::new(),
            functions: PrimaryMap::new(),
            places: PrimaryMap::new(),
            main: LlFunc::from_u32(0),
            hooks: Hooks::default(),
        },
        user: Rc::new(annotations),
        main_spec,
        exception_args,
        functions: HashMap::new(),
        helpers: HashMap::new(),
        containers,
        generators: HashMap::new(),
        objects: HashMap::new(),
        families: None,
        used_errors: BTreeSet::new(),
        synthesized: HashMap::new(),
        queue: VecDeque::new(),
        names: HashSet::new(),
        statics: HashMap::new(),
        zeros: HashMap::new(),
        cells: SecondaryMap::new(),
        places: HashMap::new(),
        unit_tags: HashMap::new(),
        boxes: HashMap::new(),
        item_structs: HashMap::new(),
        used_classes: BTreeSet::new(),
        assumed_absent: BTreeSet::new(),
        class_tables: Default::default(),
        tracebacks: wanted.tracebacks,
    };
    l.program.main = l.helper("start", "ll_main", &[]).0;
    l.drain();
    l.add_hooks();
    if let Some(fuel) = wanted.fuel {
        l.program.hooks.fuel = fuel;
        l.program.hooks.exhausted = Some(l.helper("fuel", "ll_exhausted", &[]).0);
    }
    l.drain();
    l.fill_class_tables();
    l.program
}

/// What a parameter of a library function is given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HelperParam {
    Value(LlType),
    /// A function, which is known when the program is compiled.
    Function(LlFunc),
}

/// What the annotator may ask while it analyses a library function.
struct Known<'p> {
    structs: &'p PrimaryMap<StructId, Struct>,
    functions: &'p PrimaryMap<LlFunc, LlFunction>,
}

impl Structs for Known<'_> {
    fn by_name(&self, name: &str) -> Option<StructId> {
        self.structs.by_name(name)
    }

    fn get(&self, id: StructId) -> Option<&Struct> {
        self.structs.get(id)
    }

    fn function(&self, number: u32) -> Option<(Vec<LlType>, Vec<LlType>)> {
        let function = self.functions.get(LlFunc::from_u32(number))?;
        let params = function.graph.params().iter().map(|&v| function.graph.values[v]).collect();
        Some((params, function.results.clone()))
    }
}

/// A type of generators.
#[derive(Clone)]
pub struct Generator {
    /// Its fields: the state, the components of `result`, those of the parameters, and what
    /// its body adds.
    pub frame: StructId,
    /// `frame sent thrown -> has an item, item`
    pub resume: LlFunc,
    pub first_param: usize,
    n_params: usize,
    pub items: Annotation,
    pub sent: Annotation,
    pub result: Annotation,
}

impl Generator {
    /// Is this field one that its function's parameters are in?
    pub fn is_param(&self, field: usize) -> bool {
        (self.first_param..self.first_param + self.n_params).contains(&field)
    }
}

/// One function that is still to be lowered.
enum Work {
    Spec(Rc<Annotations>, SpecId, LlFunc),
    Synthesis(Synthesis, LlFunc),
}

pub struct Lowering<'a> {
    pub flow: &'a mut FlowSpace,
    pub program: LlProgram,
    pub user: Rc<Annotations>,
    main_spec: SpecId,
    /// What the `args` of an exception can be: a union of tuples.
    pub exception_args: Annotation,
    /// A function of the program or the library, for these parameters and this result.
    functions: HashMap<(FuncId, Vec<Annotation>, Annotation), LlFunc>,
    helpers: HashMap<(FuncId, Vec<HelperParam>), (LlFunc, Annotation)>,
    /// What each type of containers holds.
    pub containers: PrimaryMap<Site, Contents>,
    generators: HashMap<Site, Generator>,
    /// The structs of objects.
    pub objects: HashMap<Site, ObjectLayout>,
    /// Found when the first of them is made.
    pub families: Option<Families>,
    /// The classes of the program whose exceptions can exist.
    pub used_errors: BTreeSet<UserClass>,
    synthesized: HashMap<Synthesis, LlFunc>,
    queue: VecDeque<Work>,
    names: HashSet<Name>,
    statics: HashMap<Static, StaticId>,
    zeros: HashMap<Place, StaticId>,
    cells: SecondaryMap<GlobalId, Option<Vec<CellId>>>,
    places: HashMap<PlaceData, Place>,
    unit_tags: HashMap<Member, i64>,
    boxes: HashMap<Member, StructId>,
    item_structs: HashMap<Vec<LlType>, StructId>,
    used_classes: BTreeSet<ClassId>,
    assumed_absent: BTreeSet<ClassId>,
    class_tables: BTreeMap<ClassText, StaticId>,
    tracebacks: bool,
}

/// What is written of an exception's class.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClassText {
    /// `Error`
    Name,
    /// `Outer.Error` in the entry file, else `module.Outer.Error`: as in tracebacks.
    Path,
    /// `<class '__main__.Outer.Error'>`
    Repr,
}

impl Lowering<'_> {
    fn drain(&mut self) {
        loop {
            self.drain_queue();
            // What an exception's text is, was decided without these classes: again.
            let stale = self.assumed_absent.iter().any(|class| self.used_classes.contains(class));
            if !stale {
                return;
            }
            self.assumed_absent.clear();
            for key in [Synthesis::ExceptionStr, Synthesis::BuiltinExceptionStr] {
                if let Some(&func) = self.synthesized.get(&key) {
                    self.queue.push_back(Work::Synthesis(key, func));
                }
            }
        }
    }

    fn drain_queue(&mut self) {
        while let Some(work) = self.queue.pop_front() {
            match work {
                Work::Spec(analysis, spec, func) => function::lower(self, &analysis, spec, func),
                Work::Synthesis(key, func) => synthesis::lower(self, &key, func),
            }
        }
    }

    /// Only what the program can need: each hook brings code with it.
    fn add_hooks(&mut self) {
        let mut raises = false;
        let mut overflows = false;
        let mut allocates = false;
        let mut leaves_room = false;
        for function in self.program.functions.values() {
            for block in function.graph.reverse_postorder() {
                for op in &function.graph.blocks[block].ops {
                    match &op.kind {
                        LlOp::Prim(p) if p.row().effect == Effect::Overflow => overflows = true,
                        LlOp::New(_) | LlOp::NewTail(_) => allocates = true,
                        LlOp::LeaveRoom(_) => leaves_room = true,
                        LlOp::Raise => raises = true,
                        _ => {}
                    }
                }
            }
        }
        let recursive = crate::recursion::is_recursive(&self.program);
        if overflows {
            self.program.hooks.overflow = Some(self.helper("instance", "ll_overflow", &[LlType::I64]).0);
        }
        if recursive {
            self.program.hooks.recursion = Some(self.helper("instance", "ll_recursion", &[]).0);
        }
        if raises || overflows || recursive || allocates {
            let args = [LlType::Ptr(EXCEPTION), LlType::Ptr(naja_ir::lltype::FRAME)];
            self.program.hooks.traceback = Some(self.helper("traceback", "ll_add_frame", &args).0);
            let mut collector = |name, args: &[LlType]| Some(self.helper("gc", name, args).0);
            let allocate = collector("ll_allocate", &[LlType::I64]);
            let allocate_reserve = collector("ll_allocate_reserve", &[LlType::I64]);
            let remember = collector("ll_remember", &[LlType::I64]);
            let remember_item = collector("ll_remember_item", &[LlType::I64; 2]);
            let mut room = |name, n: usize| if leaves_room { collector(name, &[LlType::I64; 3][..n]) } else { None };
            let leave_room = room("ll_leave_room", 3);
            let take_room = room("ll_take_room", 3);
            let forget_room = room("ll_forget_room", 2);
            let Hooks { overflow, recursion, traceback, .. } = self.program.hooks;
            self.program.hooks = Hooks {
                overflow,
                recursion,
                traceback,
                allocate,
                allocate_reserve,
                remember,
                remember_item,
                leave_room,
                take_room,
                forget_room,
                ..Hooks::default()
            };
        }
    }

    /// A function of the library for arguments of these types, and what it returns.
    pub fn helper(&mut self, module: &str, name: &str, args: &[LlType]) -> (LlFunc, Annotation) {
        let params: Vec<HelperParam> = args.iter().map(|&ty| HelperParam::Value(ty)).collect();
        self.generic_helper(module, name, &params)
    }

    /// The same for a function that takes functions, too.
    pub fn generic_helper(&mut self, module: &str, name: &str, params: &[HelperParam]) -> (LlFunc, Annotation) {
        let func = self.flow.library_function(module, name);
        self.library(func, params)
    }

    pub fn library(&mut self, func: FuncId, params: &[HelperParam]) -> (LlFunc, Annotation) {
        let key = (func, params.to_vec());
        if let Some(found) = self.helpers.get(&key) {
            return found.clone();
        }
        let annotations = params
            .iter()
            .map(|param| match param {
                HelperParam::Value(ty) => low(*ty),
                HelperParam::Function(f) => Annotation::of(Member::LowFunction(f.as_u32())),
            })
            .collect();
        let known = Known { structs: &self.program.structs, functions: &self.program.functions };
        let options = Options { structs: &known, ..Options::default() };
        let analysis = naja_annotator::annotate(self.flow, &[(func, annotations)], &options).unwrap_or_else(|errors| {
            let lines: Vec<String> = errors
                .iter()
                .map(|e| {
                    let line = e.span.map_or(0, |s| self.flow.sources.line(s));
                    format!("line {line}: {} {:?}", e.message, e.related.iter().map(|r| &r.1).collect::<Vec<_>>())
                })
                .collect();
            let name = &self.flow.program.functions[func].name;
            panic!("the library's {name} for {params:?} is ill-typed: {}", lines.join("; "))
        });
        let spec = analysis.entries[0];
        let result = analysis.specs[spec].result.clone();
        let analysis = Rc::new(analysis);
        let ll_func = self.spec_function(&analysis, spec);
        self.helpers.insert(key, (ll_func, result.clone()));
        (ll_func, result)
    }

    /// The low-level function of the user's top level.
    pub fn run_program(&mut self) -> LlFunc {
        let user = self.user.clone();
        self.spec_function(&user, self.main_spec)
    }

    /// The low-level function of an analysed function, queued at its first use.
    pub fn spec_function(&mut self, analysis: &Rc<Annotations>, spec: SpecId) -> LlFunc {
        let data = &analysis.specs[spec];
        let key = (data.func, data.params.clone(), data.result.clone());
        if let Some(&found) = self.functions.get(&key) {
            return found;
        }
        let function = &self.flow.program.functions[data.func];
        let module = &self.flow.program.modules[function.module];
        let name = format!("{}.{}", module.name, function.qualname);
        let is_library = module.is_library;
        let params: Vec<LlType> = data.params.iter().flat_map(components).collect();
        let func = self.new_function(&name, &params, components(&data.result), is_library);
        self.functions.insert(key, func);
        self.queue.push_back(Work::Spec(analysis.clone(), spec, func));
        func
    }

    /// A type of generators; the function that resumes them is queued at its first use.
    pub fn generator(&mut self, site: Site) -> Generator {
        if let Some(found) = self.generators.get(&site) {
            return found.clone();
        }
        let Contents { items, values, result, family, .. } = self.containers[site].clone();
        let Family::Generator(spec) = family else { panic!("{site} is no site of generators") };
        let analysis = self.user.clone();
        let data = &analysis.specs[spec];
        let function = &self.flow.program.functions[data.func];
        let module = &self.flow.program.modules[function.module];
        let name = format!("{}.{}", module.name, function.qualname);
        let is_library = module.is_library;
        let sent = values.join(&Annotation::none());
        let params: Vec<LlType> = data.params.iter().flat_map(components).collect();
        let returned = components(&result);
        let field = |name: String, ty, immutable| Field { name: name.into(), storage: Storage::Value(ty), immutable };
        let mut fields = vec![field("state".into(), LlType::I64, false)];
        fields.extend(returned.iter().enumerate().map(|(i, &ty)| field(format!("result{i}"), ty, false)));
        let first_param = fields.len();
        fields.extend(params.iter().enumerate().map(|(i, &ty)| field(format!("param{i}"), ty, true)));
        let index = self.program.structs.len();
        let frame_name = format!("Generator_{index}").into();
        let frame = self.program.structs.push(Struct {
            name: frame_name,
            fields,
            tail: None,
            tail_immutable: true,
            prefixes: vec![],
        });
        let passed = [vec![LlType::Ptr(frame)], components(&sent), vec![LlType::Ptr(EXCEPTION)]].concat();
        let results = [vec![LlType::Bool], components(&items)].concat();
        let resume = self.new_function(&name, &passed, results, is_library);
        let n_params = params.len();
        let generator = Generator { frame, resume, first_param, n_params, items, sent, result };
        self.generators.insert(site, generator.clone());
        self.queue.push_back(Work::Spec(analysis, spec, resume));
        generator
    }

    /// A function that the rtyper itself writes, queued at its first use.
    pub fn synthesize(&mut self, key: Synthesis) -> LlFunc {
        if let Some(&found) = self.synthesized.get(&key) {
            return found;
        }
        let func = self.new_function(&key.name(), &key.params(), key.results(), true);
        self.synthesized.insert(key.clone(), func);
        self.queue.push_back(Work::Synthesis(key, func));
        func
    }

    fn new_function(&mut self, name: &str, params: &[LlType], results: Vec<LlType>, is_library: bool) -> LlFunc {
        let index = self.program.functions.len();
        // Names are unique: specialisations of one function are numbered.
        let taken = self.names.contains(name);
        let name: Name = if taken { format!("{name}.{index}").into() } else { name.into() };
        self.names.insert(name.clone());
        let mut graph = LlGraph::new(name.clone());
        let entry = graph.entry;
        for &ty in params {
            graph.add_param(entry, ty);
        }
        self.program.functions.push(LlFunction { name, results, graph, is_library })
    }

    pub fn place(&mut self, function: Option<Name>, span: Span) -> Place {
        // Only what names its function leaves a frame.
        let function = function.filter(|_| self.tracebacks);
        let data = PlaceData { function, span, inlined_at: None };
        if let Some(&found) = self.places.get(&data) {
            return found;
        }
        let place = self.program.places.push(data.clone());
        self.places.insert(data, place);
        place
    }

    /// An immutable object that exists from the start; equal ones are one.
    pub fn intern(&mut self, object: Static) -> StaticId {
        if let Some(&found) = self.statics.get(&object) {
            return found;
        }
        let id = self.program.statics.push(object.clone());
        self.statics.insert(object, id);
        id
    }

    /// A writable object with n zero items: one for each place that asks.
    pub fn zeros(&mut self, place: Place, ty: StructId, n: u32) -> StaticId {
        let statics = &mut self.program.statics;
        *self
            .zeros
            .entry(place)
            .or_insert_with(|| statics.push(Static { ty, fields: vec![], tail: StaticTail::Zeros(n) }))
    }

    pub fn string(&mut self, text: &str) -> StaticId {
        self.intern(Static {
            ty: STR,
            fields: vec![StaticValue::Int(text.chars().count() as i64), StaticValue::Int(0), StaticValue::Null],
            tail: StaticTail::Bytes(text.as_bytes().to_vec()),
        })
    }

    pub fn bytes(&mut self, bytes: &[u8]) -> StaticId {
        self.intern(Static { ty: BYTES, fields: vec![], tail: StaticTail::Bytes(bytes.to_vec()) })
    }

    /// The cells of a global, one for each of its components.
    pub fn global_cells(&mut self, global: GlobalId, s: &Annotation) -> Vec<CellId> {
        if let Some(cells) = &self.cells[global] {
            return cells.clone();
        }
        let data = &self.flow.program.globals[global];
        let name = format!("{}.{}", self.flow.program.modules[data.module].name, data.name);
        let init = match &data.init {
            Some(Constant::Int(n)) => StaticValue::Int(i64::try_from(n).expect("rlib's literals fit 64 bits")),
            Some(Constant::Float(x)) => StaticValue::Float(x.to_bits()),
            Some(Constant::Bool(b)) => StaticValue::Bool(*b),
            // Unbound: the tag 0, or null.
            _ => StaticValue::Int(0),
        };
        let cells: Vec<CellId> = components(s)
            .into_iter()
            .map(|ty| {
                let init = match ty {
                    LlType::Ptr(_) => StaticValue::Null,
                    LlType::Bool if !matches!(init, StaticValue::Bool(_)) => StaticValue::Bool(false),
                    LlType::F64 if !matches!(init, StaticValue::Float(_)) => StaticValue::Float(0),
                    _ => init,
                };
                self.program.cells.push(Cell { name: name.clone().into(), ty, init })
            })
            .collect();
        self.cells[global] = Some(cells.clone());
        cells
    }

    /// The tag of a member in a union of scalars: the same in every union, so
    /// that a union can widen without touching its tag.
    pub fn tag(&mut self, m: &Member) -> i64 {
        match m {
            Member::Unbound => 0,
            Member::None => 1,
            Member::Bool(_) => 2,
            Member::Int(_) => 3,
            Member::Float => 4,
            Member::ExceptionType(_) => 5,
            _ => {
                debug_assert!(is_unit(m));
                let next = 6 + self.unit_tags.len() as i64;
                *self.unit_tags.entry(m.clone()).or_insert(next)
            }
        }
    }

    /// The struct that holds a member where a union needs an object; a member
    /// that is an object already has its own.
    pub fn box_struct(&mut self, m: &Member) -> StructId {
        use naja_ir::lltype::{BOX_BOOL, BOX_FLOAT, BOX_INT};
        match m {
            Member::Bool(_) => return BOX_BOOL,
            Member::Int(_) => return BOX_INT,
            Member::Float => return BOX_FLOAT,
            Member::Str => return STR,
            Member::Bytes => return BYTES,
            Member::ByteArray => return BYTE_ARRAY,
            Member::BigInt => return BIG_INT,
            Member::Instance(_) | Member::Error(..) => return EXCEPTION,
            Member::Container(kind, sites) => return self.container_struct(*kind, sites),
            _ => {}
        }
        let whole = shape(&Annotation::of(m.clone()));
        let m = whole.single().expect("one member").clone();
        if let Some(&found) = self.boxes.get(&m) {
            return found;
        }
        let (name, types) = match &m {
            // A tuple that is held in an object: as the object's fields are.
            Member::Tuple(items) => (format!("Tuple{}", items.len()), items.iter().flat_map(components).collect()),
            Member::Range(_) => ("Range".to_string(), vec![LlType::I64; 3]),
            Member::ExceptionType(_) => ("Class".to_string(), vec![LlType::I64]),
            m if is_unit(m) => ("Unit".to_string(), vec![]),
            m => ("Box".to_string(), member_components(m)),
        };
        let id = self.new_struct(&name, &types);
        self.boxes.insert(m, id);
        id
    }

    /// An object of these fields, which never change.
    pub fn item_struct(&mut self, types: &[LlType]) -> StructId {
        if let Some(&found) = self.item_structs.get(types) {
            return found;
        }
        let id = self.new_struct("Item", types);
        self.item_structs.insert(types.to_vec(), id);
        id
    }

    fn new_struct(&mut self, name: &str, types: &[LlType]) -> StructId {
        let fields = types
            .iter()
            .enumerate()
            .map(|(i, &ty)| Field { name: format!("item{i}").into(), storage: Storage::Value(ty), immutable: true })
            .collect();
        let index = self.program.structs.len();
        let name = format!("{name}_{index}").into();
        self.program.structs.push(Struct { name, fields, tail: None, tail_immutable: true, prefixes: vec![] })
    }

    // ---- containers ----

    /// What containers of this type hold: the items or keys, and a dict's values.
    pub fn contents(&self, sites: &Sites) -> Contents {
        self.containers.contents(sites)
    }

    pub fn container_struct(&self, kind: Container, sites: &Sites) -> StructId {
        let held = self.contents(sites);
        let items = item_class(&held.items);
        match kind {
            Container::List => items.list(),
            Container::Tuple => items.tuple(),
            Container::Set => items.set(),
            Container::FrozenSet => items.frozenset(),
            Container::Dict => items.dict(item_class(&held.values)),
            Container::Cell => items.cell(),
        }
    }

    /// Remembers that exceptions of this class can exist.
    pub fn use_class(&mut self, class: ClassId) {
        self.used_classes.insert(class);
    }

    /// Can an exception of this class exist, as far as is known now? The text of
    /// exceptions is written again when the answer changes.
    pub fn may_be_raised(&mut self, class: ClassId) -> bool {
        let may = self.used_classes.iter().any(|used| used.is_subclass_of(class));
        if !may {
            self.assumed_absent.extend((class.0..=class.last()).map(ClassId));
        }
        may
    }

    /// The table of such texts, by class number. It is filled at the end, with the classes
    /// that the program can make.
    pub fn class_table(&mut self, text: ClassText) -> StaticId {
        *self.class_tables.entry(text).or_insert_with(|| {
            self.program.statics.push(Static { ty: STR_ARRAY, fields: vec![], tail: StaticTail::None })
        })
    }

    /// What is written of a class of the program.
    pub fn class_text(&self, class: UserClass, text: ClassText) -> Name {
        let data = &self.flow.program.classes[class];
        let word = data.mro.iter().find_map(|base| match base {
            Base::User(class) => self.flow.program.classes[*class].word,
            _ => None,
        });
        match (text, &*self.flow.program.modules[data.module].name) {
            (ClassText::Repr, _) if let Some(word) = word => format!("<{word} '{}'>", data.name).into(),
            (ClassText::Name, _) => data.name.clone(),
            (ClassText::Path, "__main__") => data.qualname.clone(),
            (ClassText::Path, module) => format!("{module}.{}", data.qualname).into(),
            (ClassText::Repr, module) => format!("<class '{module}.{}'>", data.qualname).into(),
        }
    }

    fn fill_class_tables(&mut self) {
        for (text, table) in self.class_tables.clone() {
            let classes = self.used_classes.clone();
            let length = classes.last().map_or(0, |c| c.0 as usize + 1);
            let mut items = vec![StaticValue::Null; length];
            for class in classes {
                let words = match text {
                    ClassText::Name => class.name().into(),
                    ClassText::Path => class.path().into(),
                    ClassText::Repr => format!("<class '{}'>", class.path()),
                };
                items[class.0 as usize] = StaticValue::Ptr(self.string(&words));
            }
            for class in self.used_errors.clone() {
                let number = self.error_number(class) as usize;
                items.resize(items.len().max(number + 1), StaticValue::Null);
                let words = self.class_text(class, text);
                items[number] = StaticValue::Ptr(self.string(&words));
            }
            self.program.statics[table].tail = StaticTail::Items(items);
        }
    }
}

/// The annotation of a value of the low-level dialect.
pub fn low(ty: LlType) -> Annotation {
    Annotation::of(match ty {
        LlType::Bool => Member::Bool(None),
        ty => Member::Low(ty),
    })
}
