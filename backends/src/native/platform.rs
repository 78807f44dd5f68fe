//! The platform interface of an executable, written in Cranelift's form over
//! libc: `cc` has nothing to do but link.
//!
//! ```text
//! main             ignores SIGPIPE, reserves the heap, runs the program on a big stack
//! naja_thread      calls start
//! naja_write       write(2), giving -errno on failure
//! naja_read        read(2), alike
//! naja_args_sizes  counts with strlen(3)
//! naja_args        copies with stpcpy(3)
//! naja_clock       clock_gettime(2)
//! naja_sleep       nanosleep(2)
//! naja_exit        _exit(2)
//! naja_memory      mprotect(2) on the reserved heap
//! naja_heap        { base, size, limit }
//! naja_arguments   { argv }
//! ```

use super::compile::{Written, compile};
use super::files;
use super::image::{Declarations, platform_function, write_function};
use super::{Limits, NativeError, Purpose};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::types::{I32, I64};
use cranelift_codegen::ir::{AbiParam, InstBuilder, MemFlagsData, StackSlotData, StackSlotKind, Type, Value};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_module::{DataDescription, DataId, FuncId, Linkage, Module};

/// Enough for libc's `pthread_attr_t`: 56 bytes on x86-64, 64 on aarch64.
const THREAD_ATTRIBUTES: u32 = 128;
/// The heap grows by multiples of this: each growth is a system call.
pub(super) const GROWTH: u64 = 1 << 20;
/// In nanoseconds.
const SECOND: i64 = 1_000_000_000;
/// Offsets in `naja_heap`.
const HEAP_BASE: i32 = 0;
const HEAP_SIZE: i32 = 8;
const HEAP_LIMIT: i32 = 16;

/// Defines the platform's functions and `main`.
pub(super) fn define_platform(
    module: &mut dyn Module,
    declarations: &Declarations,
    limits: &Limits,
) -> Result<(), NativeError> {
    let platform = &declarations.platform;
    let mut heap = DataDescription::new();
    heap.set_align(8);
    heap.define_zeroinit(24);
    module.define_data(platform.heap, &heap).map_err(|e| NativeError::Memory(e.to_string()))?;
    let mut arguments = DataDescription::new();
    arguments.set_align(8);
    arguments.define_zeroinit(8);
    module.define_data(platform.arguments, &arguments).map_err(|e| NativeError::Memory(e.to_string()))?;

    let mut signature = module.make_signature();
    signature.params = vec![AbiParam::new(I32), AbiParam::new(I64)];
    signature.returns = vec![AbiParam::new(I32)];
    let main = module.declare_function("main", Linkage::Export, &signature).expect("declared once");
    let thread = platform_function(module, "naja_thread", Linkage::Local, 1, 1);
    let functions = vec![
        shim(module, platform.write, |s, args| s.transfer("write", args)),
        shim(module, platform.read, |s, args| s.transfer("read", args)),
        shim(module, platform.args_sizes, args_sizes),
        shim(module, platform.args, args),
        shim(module, platform.clock, clock),
        shim(module, platform.sleep, sleep),
        shim(module, platform.exit, exit),
        shim(module, platform.memory, memory),
        shim(module, thread, |s, _| {
            let start = s.module.declare_func_in_func(declarations.start, s.builder.func);
            let call = s.builder.ins().call(start, &[]);
            let status = s.builder.inst_results(call)[0];
            s.builder.ins().return_(&[status]);
        }),
        shim(module, main, |s, args| {
            let arguments = s.symbol(platform.arguments);
            s.builder.ins().store(MemFlagsData::trusted(), args[1], arguments, 0);
            s.main(platform.heap, thread, limits)
        }),
    ];
    compile(module, Purpose::Executable, functions)?;
    files::define(module, declarations, Purpose::Executable)
}

pub(super) fn shim(module: &mut dyn Module, id: FuncId, body: impl FnOnce(&mut Shim, &[Value])) -> Written {
    write_function(module, id, &mut FunctionBuilderContext::new(), |builder, module, params| {
        body(&mut Shim { module, builder }, params)
    })
}

/// A function that is being written.
pub(super) struct Shim<'a, 'f> {
    module: &'a mut dyn Module,
    pub builder: &'a mut FunctionBuilder<'f>,
}

impl Shim<'_, '_> {
    pub fn int(&mut self, n: i64) -> Value {
        self.builder.ins().iconst(I64, n)
    }

    pub fn int32(&mut self, n: i32) -> Value {
        self.builder.ins().iconst(I32, n as i64)
    }

    /// Calls a function of libc that gives one result.
    pub fn libc(&mut self, name: &str, args: &[Value], result: Type) -> Value {
        let mut signature = self.module.make_signature();
        signature.params = args.iter().map(|&a| AbiParam::new(self.builder.func.dfg.value_type(a))).collect();
        signature.returns = vec![AbiParam::new(result)];
        let callee = self.module.declare_function(name, Linkage::Import, &signature).expect("called alike");
        let callee = self.module.declare_func_in_func(callee, self.builder.func);
        let call = self.builder.ins().call(callee, args);
        self.builder.inst_results(call)[0]
    }

    /// Goes on in a new block where the condition is false; what `then` writes
    /// for the other case ends by itself.
    pub fn when(&mut self, condition: Value, then: impl FnOnce(&mut Self)) {
        let (yes, no) = (self.builder.create_block(), self.builder.create_block());
        self.builder.ins().brif(condition, yes, &[], no, &[]);
        self.builder.switch_to_block(yes);
        then(self);
        self.builder.switch_to_block(no);
    }

    fn main(&mut self, heap: DataId, thread: FuncId, limits: &Limits) {
        // As CPython: a closed pipe is an error of `write`.
        let (sigpipe, ignore) = (self.int32(libc::SIGPIPE), self.int(libc::SIG_IGN as i64));
        self.libc("signal", &[sigpipe, ignore], I64);
        self.reserve_heap(heap, limits.heap);

        let slot = StackSlotData::new(StackSlotKind::ExplicitSlot, THREAD_ATTRIBUTES, 4);
        let attributes = self.builder.create_sized_stack_slot(slot);
        let slot = StackSlotData::new(StackSlotKind::ExplicitSlot, 16, 4);
        let words = self.builder.create_sized_stack_slot(slot);
        let attributes = self.builder.ins().stack_addr(I64, attributes, 0);
        let [id, status] = [0, 8].map(|at| self.builder.ins().stack_addr(I64, words, at));
        self.libc("pthread_attr_init", &[attributes], I32);
        let stack = self.int(limits.stack as i64);
        self.libc("pthread_attr_setstacksize", &[attributes, stack], I32);
        let entry = self.module.declare_func_in_func(thread, self.builder.func);
        let address = self.builder.ins().func_addr(I64, entry);
        let nothing = self.int(0);
        let failed = self.libc("pthread_create", &[id, attributes, address, nothing], I32);
        self.when(failed, |s| {
            // No memory for a big stack: recursion may then end in a crash, the rest works.
            let call = s.builder.ins().call(entry, &[nothing]);
            let status = s.builder.inst_results(call)[0];
            s.return_status(status);
        });
        let id = self.builder.ins().load(I64, MemFlagsData::trusted(), id, 0);
        self.libc("pthread_join", &[id, status], I32);
        let status = self.builder.ins().load(I64, MemFlagsData::trusted(), status, 0);
        self.return_status(status);
    }

    fn return_status(&mut self, status: Value) {
        let status = self.builder.ins().ireduce(I32, status);
        self.builder.ins().return_(&[status]);
    }

    /// As much address space as the limit says, or as the system gives.
    fn reserve_heap(&mut self, heap: DataId, limit: u64) {
        let (attempt, done) = (self.builder.create_block(), self.builder.create_block());
        let size = self.builder.append_block_param(attempt, I64);
        let limit = self.int(limit as i64);
        self.builder.ins().jump(attempt, &[limit.into()]);

        self.builder.switch_to_block(attempt);
        let nowhere = self.int(0);
        let access = self.int32(libc::PROT_NONE);
        let flags = self.int32(libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE);
        let no_file = self.int32(-1);
        let base = self.libc("mmap", &[nowhere, size, access, flags, no_file, nowhere], I64);
        let failed = self.builder.ins().icmp_imm_s(IntCC::Equal, base, -1);
        self.when(failed, |s| {
            let half = s.builder.ins().ushr_imm_u(size, 1);
            let enough = s.builder.ins().icmp_imm_u(IntCC::UnsignedGreaterThanOrEqual, half, GROWTH as i64);
            // Without any heap, the first allocation raises MemoryError.
            s.builder.ins().brif(enough, attempt, &[half.into()], done, &[]);
        });
        let heap = self.symbol(heap);
        self.builder.ins().store(MemFlagsData::trusted(), base, heap, HEAP_BASE);
        self.builder.ins().store(MemFlagsData::trusted(), size, heap, HEAP_LIMIT);
        self.builder.ins().jump(done, &[]);
        self.builder.switch_to_block(done);
    }

    /// `write` or `read`: the number of bytes, or -errno.
    fn transfer(&mut self, name: &str, args: &[Value]) {
        let descriptor = self.builder.ins().ireduce(I32, args[0]);
        self.system(name, &[descriptor, args[1], args[2]], I64);
    }

    /// Returns what a system call gives, or -errno.
    pub fn system(&mut self, name: &str, args: &[Value], result: Type) {
        let mut done = self.libc(name, args, result);
        if result == I32 {
            done = self.builder.ins().sextend(I64, done);
        }
        let failed = self.builder.ins().icmp_imm_s(IntCC::SignedLessThan, done, 0);
        self.when(failed, Shim::return_errno);
        self.builder.ins().return_(&[done]);
    }

    /// Returns -errno.
    pub fn return_errno(&mut self) {
        let errno = self.libc("__errno_location", &[], I64);
        let errno = self.builder.ins().sload32(MemFlagsData::trusted(), errno, 0);
        let failure = self.builder.ins().ineg(errno);
        self.builder.ins().return_(&[failure]);
    }

    /// Goes over the strings of a vector that ends in a null, from `first` to what each
    /// makes of the one before; gives the last.
    fn each_string(
        &mut self,
        vector: Value,
        first: Value,
        step: impl FnOnce(&mut Self, Value, Value) -> Value,
    ) -> Value {
        let [head, body, done] = [(); 3].map(|()| self.builder.create_block());
        let place = self.builder.append_block_param(head, I64);
        let state = self.builder.append_block_param(head, I64);
        self.builder.ins().jump(head, &[vector.into(), first.into()]);

        self.builder.switch_to_block(head);
        let string = self.builder.ins().load(I64, MemFlagsData::trusted(), place, 0);
        self.builder.ins().brif(string, body, &[], done, &[]);

        self.builder.switch_to_block(body);
        let next = step(self, string, state);
        let place = self.builder.ins().iadd_imm_s(place, 8);
        self.builder.ins().jump(head, &[place.into(), next.into()]);

        self.builder.switch_to_block(done);
        state
    }

    /// Their number, and their bytes in the upper half.
    pub fn sizes_of_strings(&mut self, vector: Value) -> Value {
        let (none, one) = (self.int(0), self.int((1 << 32) + 1));
        self.each_string(vector, none, |s, string, sizes| {
            let length = s.libc("strlen", &[string], I64);
            let length = s.builder.ins().ishl_imm_u(length, 32);
            let sizes = s.builder.ins().iadd(sizes, length);
            s.builder.ins().iadd(sizes, one)
        })
    }

    /// Writes them, each with its zero, and returns 0.
    pub fn copy_strings(&mut self, vector: Value, to: Value) {
        self.each_string(vector, to, |s, string, to| {
            let end = s.libc("stpcpy", &[to, string], I64);
            s.builder.ins().iadd_imm_s(end, 1)
        });
        let done = self.int(0);
        self.builder.ins().return_(&[done]);
    }

    /// libc's vector of the environment's variables.
    pub fn environ(&mut self) -> Value {
        let environ = self.module.declare_data("environ", Linkage::Import, true, false).expect("declared alike");
        let environ = self.symbol(environ);
        self.builder.ins().load(I64, MemFlagsData::trusted(), environ, 0)
    }

    fn symbol(&mut self, data: DataId) -> Value {
        let symbol = self.module.declare_data_in_func(data, self.builder.func);
        self.builder.ins().symbol_value(I64, symbol)
    }
}

fn args_sizes(s: &mut Shim, args: &[Value]) {
    let argv = s.builder.ins().load(I64, MemFlagsData::trusted(), args[0], 0);
    let sizes = s.sizes_of_strings(argv);
    s.builder.ins().return_(&[sizes]);
}

fn args(s: &mut Shim, args: &[Value]) {
    let argv = s.builder.ins().load(I64, MemFlagsData::trusted(), args[0], 0);
    s.copy_strings(argv, args[2]);
}

/// A `timespec` on the stack: where it is.
fn timespec(s: &mut Shim) -> Value {
    let slot = s.builder.create_sized_stack_slot(StackSlotData::new(StackSlotKind::ExplicitSlot, 16, 3));
    s.builder.ins().stack_addr(I64, slot, 0)
}

fn clock(s: &mut Shim, args: &[Value]) {
    let time = timespec(s);
    let id = s.builder.ins().ireduce(I32, args[0]);
    let failed = s.libc("clock_gettime", &[id, time], I32);
    s.when(failed, |s| {
        let failure = s.int(-(libc::EINVAL as i64));
        s.builder.ins().return_(&[failure]);
    });
    let [seconds, rest] = [0, 8].map(|at| s.builder.ins().load(I64, MemFlagsData::trusted(), time, at));
    let second = s.int(SECOND);
    let seconds = s.builder.ins().imul(seconds, second);
    let all = s.builder.ins().iadd(seconds, rest);
    s.builder.ins().return_(&[all]);
}

/// No signal has a handler that could end it early.
fn sleep(s: &mut Shim, args: &[Value]) {
    let time = timespec(s);
    let second = s.int(SECOND);
    let seconds = s.builder.ins().udiv(args[1], second);
    let rest = s.builder.ins().urem(args[1], second);
    for (part, at) in [(seconds, 0), (rest, 8)] {
        s.builder.ins().store(MemFlagsData::trusted(), part, time, at);
    }
    let nothing = s.int(0);
    s.libc("nanosleep", &[time, nothing], I32);
    s.builder.ins().return_(&[nothing]);
}

fn exit(s: &mut Shim, args: &[Value]) {
    let status = s.builder.ins().ireduce(I32, args[0]);
    s.libc("_exit", &[status], I32);
    s.builder.ins().return_(&[]);
}

fn memory(s: &mut Shim, args: &[Value]) {
    let &[heap, bytes] = args else { unreachable!("declared with two parameters") };
    let plain = MemFlagsData::trusted();
    let word = |s: &mut Shim, offset| s.builder.ins().load(I64, plain, heap, offset);
    let [base, size, limit] = [HEAP_BASE, HEAP_SIZE, HEAP_LIMIT].map(|offset| word(s, offset));
    let failure = s.int(0);

    let fits = s.builder.ins().icmp(IntCC::UnsignedLessThanOrEqual, bytes, size);
    s.when(fits, |s| {
        let end = s.builder.ins().iadd(base, size);
        s.builder.ins().return_(&[end]);
    });
    let too_much = s.builder.ins().icmp(IntCC::UnsignedGreaterThan, bytes, limit);
    s.when(too_much, |s| {
        s.builder.ins().return_(&[failure]);
    });
    let up = s.builder.ins().iadd_imm_s(bytes, GROWTH as i64 - 1);
    let rounded = s.builder.ins().band_imm_s(up, -(GROWTH as i64));
    let size = s.builder.ins().umin(rounded, limit);
    let access = s.int32(libc::PROT_READ | libc::PROT_WRITE);
    let failed = s.libc("mprotect", &[base, size, access], I32);
    s.when(failed, |s| {
        s.builder.ins().return_(&[failure]);
    });
    s.builder.ins().store(plain, size, heap, HEAP_SIZE);
    let end = s.builder.ins().iadd(base, size);
    s.builder.ins().return_(&[end]);
}
