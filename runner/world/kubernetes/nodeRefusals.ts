/**
What the kernel refuses to programs that see a Pod's processes, told as it happens: a part of the node's witness. A program for the kernel's
own machine (bpf(2)) looks at the end of every call of the system that fails with EACCES, EPERM or ESRCH in one PID namespace, and hands on
which call that was, with its first two arguments, as texts too. Another one hands on who starts processes there. They change nothing, and end with the witness.
They want Linux 5.7; where they cannot be had, nobody is told anything.
*/
export const nodeRefusals = String.raw`
# bpf(2), and where the registers of a call hold its number and its first two arguments (struct pt_regs), by the node's kind.
my %kernel = (x86_64 => [321, 120, 112, 104], aarch64 => [280, 280, 272, 8]);
my ($bpf, @registers) = @{$kernel{(POSIX::uname())[4]} // $kernel{x86_64}};
# The calls that take a path, as their first argument or their second one; and kill(2).
my %paths = (
  x86_64 => [[2, 4, 6, 21, 59, 80, 89, 137, 161], [257, 262, 267, 269, 322, 332, 437, 439], 62],
  aarch64 => [[43, 49, 51, 221], [48, 56, 78, 79, 281, 291, 437, 439], 129],
);
my ($firsts, $seconds, $killing) = @{$paths{(POSIX::uname())[4]} // $paths{x86_64}};
my %text = ((map { $_ => 0 } @$firsts), map { $_ => 1 } @$seconds);
my %errors = (-1 => 'EPERM', -3 => 'ESRCH', -13 => 'EACCES');
my ($MAP_CREATE, $MAP_UPDATE, $PROG_LOAD, $RAW_TRACEPOINT_OPEN) = (0, 2, 5, 17);
my ($PERF_EVENT_ARRAY, $RAW_TRACEPOINT, $SOFTWARE, $BPF_OUTPUT, $SAMPLE_RAW) = (4, 17, 1, 10, 1024);
# What is handed on: number and end of the call, both arguments, the program's name, both texts.
my ($shape, $size) = ('q q q q Z16 Z200 Z200', 448);

sub bpf {
  my ($what, $with) = @_;
  return syscall($bpf, $what, $with, length $with);
}

sub step { my ($code, $to, $from, $offset, $value) = @_; return pack('C C s l', $code, $to | $from << 4, $offset, $value) }

# The kernel's program for one PID namespace, by its device and inode. r6: what it is called with; r7: the end of the call; r8: its registers.
sub looker {
  my ($kind, $device, $inode, $map) = @_;
  my $top = -$size;
  my $place = sub { (step(0xbf, $_[0], 10, 0, 0), step(0x07, $_[0], 0, 0, $_[1])) };
  my $constant = sub { step(0xb7, $_[0], 0, 0, $_[1]) };
  my $call = sub { step(0x85, 0, 0, 0, $_[0]) };
  my @look = (
    # bpf_get_ns_current_pid_tgid fails in any other namespace.
    $constant->(1, $device), step(0x18, 2, 0, 0, unpack('l', pack('L', $inode))), step(0, 0, 0, 0, 0),
    $place->(3, $top - 8), $constant->(4, 8), $call->(120),
  );
  # bpf_perf_event_output
  my $output = sub { (step(0xbf, 1, 6, 0, 0), step(0x18, 2, 1, 0, $map), step(0, 0, 0, 0, 0), step(0xb4, 3, 0, 0, -1), $place->(4, $_[0]), $constant->(5, $_[1]), $call->(25)) };
  my @tell = $kind eq 'forks' ? $output->($top - 8, 8) : (
    step(0x79, 8, 6, 0, 0), $constant->(1, 0), (map { step(0x7b, 10, 1, -8 * $_, 0) } 1 .. $size / 8), step(0x7b, 10, 7, $top + 8, 0),
    # bpf_probe_read_kernel of a register, bpf_get_current_comm, bpf_probe_read_user_str of what an argument may point to.
    (map {
      my ($to, $length, $register) = @$_;
      ($place->(1, $top + $to), $constant->(2, $length), step(0xbf, 3, 8, 0, 0), step(0x07, 3, 0, 0, $register), $call->(113))
    } [0, 4, $registers[0]], [16, 8, $registers[1]], [24, 8, $registers[2]]),
    $place->(1, $top + 32), $constant->(2, 16), $call->(16),
    (map { my ($to, $from) = @$_; ($place->(1, $top + $to), $constant->(2, 200), step(0x79, 3, 10, $top + $from, 0), $call->(114)) } [48, 16], [248, 24]),
    $output->($top, $size),
  );
  my @end = ($constant->(0, 0), step(0x95, 0, 0, 0, 0));
  my @errors = sort keys %errors;
  my @failed = (step(0x79, 7, 6, 8, 0), (map { step(0x15, 7, 0, @errors - $_, $errors[$_]) } 0 .. $#errors), step(0x05, 0, 0, @look + 1 + @tell, 0));
  return join '', step(0xbf, 6, 1, 0, 0), ($kind eq 'forks' ? () : @failed), @look, step(0x55, 0, 0, scalar @tell, 0), @tell, @end;
}

# Tells what is refused to whoever sees the processes that this one sees, or who of them starts others.
sub traced {
  my ($kind, $pid, $key) = @_;
  my ($device, $inode) = stat("/proc/$pid/ns/pid") or return 'none';
  my $what = "$kind $inode";
  my ($name, $to) = $kind eq 'forks' ? ("sched_process_fork\0", \&forked) : ("sys_exit\0", \&denied);
  $senders{$what}{$key} = 1;
  return '' if $listening{$what};
  my @online = processors();
  my $map = bpf($MAP_CREATE, pack('L4', $PERF_EVENT_ARRAY, 4, 4, $online[-1] + 1));
  return 'unable' if $map < 0;
  my $program = looker($kind, $device, $inode, $map);
  my $licence = "Dual MIT/GPL\0";
  my $loaded = bpf($PROG_LOAD, pack('LLPPLLQLLQQ', $RAW_TRACEPOINT, length($program) / 8, $program, $licence, 0, 0, 0, 0, 0, 0, 0));
  return 'unable' if $loaded < 0;
  for my $processor (@online) {
    my $number = ring($processor, pack('LLQQQQQLLQ', $SOFTWARE, 64, $BPF_OUTPUT, 1, $SAMPLE_TID | $SAMPLE_RAW, 0, 0, 1, 0, 0), $what, $to);
    return 'unable' if !defined $number;
    my ($at, $value) = (pack('L', $processor), pack('L', $number));
    return 'unable' if bpf($MAP_UPDATE, pack('LLPPQ', $map, 0, $at, $value, 0)) < 0;
  }
  return 'unable' if bpf($RAW_TRACEPOINT_OPEN, pack('PLL', $name, $loaded, 0)) < 0;
  $listening{$what} = 1;
  return '';
}

my %forking;

# Once is enough: a container that does nothing else would have everybody look all the time.
sub forked {
  my ($keys, $pid) = @_;
  my @new = grep { !$forking{"$pid $_"}++ } @$keys or return;
  my $who = who($pid);
  print join("\t", 'opened', $_, now(), $pid, $who, 'forked'), "\n" for @new;
}

sub denied {
  my ($keys, $pid, $bytes) = @_;
  my ($number, $end, @arguments) = unpack($shape, substr($bytes, 4));
  my $program = splice(@arguments, 2, 1);
  my @told = $number == $killing ? ('kill', unpack('l', pack('L', $arguments[1] & 0xffffffff)), unpack('l', pack('L', $arguments[0] & 0xffffffff)))
    : defined $text{$number} ? ('path', $arguments[2 + $text{$number}]) : return;
  my $entry = join(' ', $errors{$end} // return, @told);
  $entry =~ s/[\x00-\x1f]/?/g;
  # Who has ended already is known by its name alone.
  my $who = who($pid);
  $who =~ s/\t[^\t]*$/\t/;
  $program =~ tr/ -~//cd;
  print join("\t", 'opened', $_, now(), $pid, $who . $program, $entry), "\n" for @$keys;
}
`;
