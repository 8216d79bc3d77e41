"""What a student's code may use."""

from dataclasses import dataclass

MEBI = 1 << 20
RESERVE = 64 * MEBI  # for the worker to say that memory ran out


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one exercise of one submission.

    Attributes:
        cpu_seconds: CPU time, the measure of a timeout; `framework_cpu_seconds` for TensorFlow and its like.
        patience: how many times the CPU bound a wall clock waits; it ends only code that sleeps.
        memory: bytes of address space; `framework_memory` likewise.
        output: bytes printed.
        reply: bytes returned by one call.
    """

    cpu_seconds: int = 5
    framework_cpu_seconds: int = 30
    patience: int = 10
    memory: int = 1024 * MEBI
    framework_memory: int = 8192 * MEBI
    output: int = 1 * MEBI
    reply: int = 4 * MEBI

    def cpu(self, framework: str) -> int:
        return self.framework_cpu_seconds if framework else self.cpu_seconds

    def bytes(self, framework: str) -> int:
        return self.framework_memory if framework else self.memory

    def of_process(self, framework: str, own_user: bool = False) -> dict[str, tuple[int, int]]:
        """Resource limits of the worker, (soft, hard), by their names in `resource`."""
        cpu = self.cpu(framework)
        memory = self.bytes(framework)
        # The number of processes is counted by user, and not at all for root: it means something for a user of its own only.
        processes = {"RLIMIT_NPROC": (512, 512) if framework else (1, 1)} if own_user else {}
        return {
            **processes,
            "RLIMIT_CPU": (cpu, cpu + 1),
            "RLIMIT_AS": (memory, memory + RESERVE),
            "RLIMIT_FSIZE": (self.output, self.output),
            "RLIMIT_NOFILE": (64, 64) if not framework else (256, 256),
            "RLIMIT_CORE": (0, 0),
        }
