import { nodeContainers } from './nodeContainers.ts';
import { nodeRefusals } from './nodeRefusals.ts';
import { nodeSignals } from './nodeSignals.ts';

/**
What a node's programs do in Pods, told as it happens: the execs that its runtime has made, started and seen end, and which files
are opened by whom, and who sends signals. Given to the node's own perl as an argument, so that nothing is put onto the node.

It writes lines whose fields are parted by tabs: `began`, then `event` with what `ctr events` says, `opened` and `listed`.
Asked `ID KIND PID PATH` (a file, or the `/proc` of a container, by a process that sees it; the path in hexadecimal digits; for signals and
their receipts the number and the name of whom they are sent to; for refusals and forks nothing, but the process whose PID namespace it is), it answers `mark ID TIME`, and what keeps it from watching where something does. Opening a watched file waits until it was looked who opens it
(fanotify(7): `FAN_OPEN_PERM`); if the witness ends meanwhile, the kernel lets all go on.
*/
export const nodeWitness = String.raw`
use strict;
use warnings;
use IO::Select;
use POSIX ();

$0 = 'seatrial-watch';
$| = 1;
# fanotify_init(2), fanotify_mark(2), clock_gettime(2), perf_event_open(2) and mmap(2), by the node's kind.
my %calls = (x86_64 => [300, 301, 228, 298, 9], aarch64 => [262, 263, 113, 241, 222]);
my ($init, $mark, $clock, $perf, $mmap) = @{$calls{(POSIX::uname())[4]} // $calls{x86_64}};
my ($CLOEXEC, $CONTENT, $UNLIMITED) = (0x1, 0x4, 0x10);
my ($ADD, $FILESYSTEM) = (0x1, 0x100);
my ($ACCESS, $CLOSE_WRITE, $CLOSE_READ, $OPEN, $OPEN_PERM, $ONDIR) = (0x1, 0x8, 0x10, 0x20, 0x10000, 0x40000000);
my ($TRACEPOINT, $SAMPLE_TID, $SET_FILTER) = (2, 2, 0x40082406);
# How many pages an event's records have: a power of two.
my ($page, $pages) = (POSIX::sysconf(POSIX::_SC_PAGESIZE()), 16);
my $allow = 1;
my $here = -100;

sub group {
  my ($class) = @_;
  my $number = syscall($init, $class | $CLOEXEC | $UNLIMITED, 02000000);
  return undef if $number < 0;
  open(my $group, '+<&=', $number) or return undef;
  return $group;
}

my $files = group($CONTENT);
my $lists = group(0);
my $runtime = open(my $events, '-|', 'exec ctr -n k8s.io events 2>/dev/null') or exit 1;
my (%keys, %opened, %senders, %listening, %rings, $text, $rest);
my $inputs = IO::Select->new(\*STDIN, $events, grep { defined } $files, $lists);
($text, $rest) = ('', '');
print join("\t", 'began', now()), "\n";

sub now {
  my $time = "\0" x 16;
  syscall($clock, 0, $time);
  my ($seconds, $nanoseconds) = unpack('q q', $time);
  return sprintf('%.3f', $seconds * 1000 + $nanoseconds / 1_000_000);
}

sub slurp {
  my ($path) = @_;
  open(my $file, '<', $path) or return '';
  sysread($file, my $text, 1 << 16) // return '';
  return $text;
}

# The file that this path means inside a root, links followed there and not here.
sub inside {
  my ($root, $path) = @_;
  my ($done, @parts, $links) = ('', grep({ length } split m{/}, $path));
  $links = 0;
  while (@parts) {
    my $part = shift @parts;
    next if $part eq '.';
    if ($part eq '..') { $done =~ s{/[^/]*$}{}; next }
    my $target = readlink("$root$done/$part");
    if (!defined $target) { $done .= "/$part"; next }
    return undef if ++$links > 20;
    $done = '' if $target =~ m{^/};
    unshift @parts, grep { length } split m{/}, $target;
  }
  return "$root$done";
}

# Returns what keeps it from watching; nothing where it watches.
sub watch {
  my ($kind, $pid, $path, $key) = @_;
  my $root = "/proc/$pid/root";
  if ($kind eq 'lists') {
    my @status = stat("$root/proc") or return 'none';
    return 'unable' if !$lists || syscall($mark, fileno $lists, $ADD | $FILESYSTEM, $OPEN | $ONDIR, $here, "$root/proc\0") < 0;
    $keys{$status[0]}{$key} = 1;
    return '';
  }
  my $file = inside($root, $path) // return 'none';
  my @status = stat($file) or return 'none';
  return 'none' if !-f _;
  my $mask = $OPEN_PERM | $ACCESS | $CLOSE_READ | $CLOSE_WRITE;
  return 'unable' if !$files || syscall($mark, fileno $files, $ADD, $mask, $here, "$file\0") < 0;
  $keys{"$status[0]:$status[1]"}{$key} = 1;
  return '';
}

sub processors { map { /(\d+)-(\d+)/ ? $1 .. $2 : /(\d+)/ } split /,/, slurp('/sys/devices/system/cpu/online') }

# Opens such an event on one processor; undefined where that cannot be. Each of its records is given to this one, with who asked for what.
sub ring {
  my ($processor, $wanted, $what, $to) = @_;
  my $number = syscall($perf, $wanted, -1, $processor, -1, 8);
  return undef if $number < 0;
  open(my $ring, '<&=', $number) or return undef;
  my $at = syscall($mmap, 0, (1 + $pages) * $page, 1, 1, $number, 0);
  return undef if $at < 0;
  $rings{$number} = { what => $what, at => $at, seen => 0, to => $to, handle => $ring };
  $inputs->add($ring);
  return $number;
}

sub peek {
  my ($at, $length) = @_;
  return unpack("P$length", pack('Q', $at));
}

# A record may begin at the end of the memory, and go on at its beginning.
sub records {
  my ($ring) = @_;
  my $head = unpack('Q', peek($ring->{at} + 1024, 8));
  $ring->{seen} = $head if $head - $ring->{seen} > $pages * $page;
  my $bytes = sub {
    my ($at, $length) = ($_[0] % ($pages * $page), $_[1]);
    my $left = $pages * $page - $at;
    return peek($ring->{at} + $page + $at, $length) if $length <= $left;
    return peek($ring->{at} + $page + $at, $left) . peek($ring->{at} + $page, $length - $left);
  };
  while ($ring->{seen} < $head) {
    my ($type, undef, $length) = unpack('LSS', $bytes->($ring->{seen}, 8));
    my $record = $bytes->($ring->{seen}, $length || 8);
    $ring->{seen} += $length || 8;
    $ring->{to}->([keys %{$senders{$ring->{what}}}], unpack('L', substr($record, 8)), substr($record, 16)) if $type == 9;
  }
}

# Who a process is: the container by its control group, its mount namespace, the process that it comes from within that
# group, its program. A process that has ended has none of it.
sub who {
  my ($pid) = @_;
  my ($container) = slurp("/proc/$pid/cgroup") =~ /([0-9a-f]{64})/;
  my ($space) = (readlink("/proc/$pid/ns/mnt") // '') =~ /(\d+)/;
  (my $program = slurp("/proc/$pid/comm")) =~ tr/ -~//cd;
  my $first = $pid;
  while (defined $container) {
    my ($parent) = slurp("/proc/$first/stat") =~ /^.*\) \S (\d+)/s;
    last if !$parent || $parent == 1 || index(slurp("/proc/$parent/cgroup"), $container) < 0;
    $first = $parent;
  }
  return join("\t", $container // '', $space // '', $first, $program);
}

# What programs have opened and read. To open a file only to write to it is not to read it.
sub look {
  my ($group) = @_;
  sysread($group, my $buffer, 65536) or return;
  while (length $buffer >= 24) {
    my ($length, undef, undef, undef, $mask, $number, $pid) = unpack('L C C S Q l l', $buffer);
    substr($buffer, 0, $length) = '';
    next if $number < 0;
    my @status = stat("/proc/self/fd/$number");
    my $path = readlink("/proc/self/fd/$number") // '';
    my $who = $mask & ($OPEN_PERM | $OPEN) ? who($pid) : '';
    syswrite($group, pack('l L', $number, $allow)) if $mask & $OPEN_PERM;
    POSIX::close($number);
    next if !@status;
    my $file = "$status[0]:$status[1]";
    if ($mask & $OPEN) { list($status[0], $pid, $path, $who) }
    if ($mask & $OPEN_PERM) { $opened{$file}{$pid} = $who }
    if ($mask & $CLOSE_WRITE) { delete $opened{$file}{$pid} }
    # Who goes on reading what another has opened for it is told as that one. Of an empty file its opening and closing are all that there is.
    if ($mask & $ACCESS || ($mask & $CLOSE_READ && !$status[7])) {
      told($file, exists $opened{$file}{$pid} ? $pid : keys %{$opened{$file}});
    } elsif ($mask & $CLOSE_READ) {
      delete $opened{$file}{$pid};
    }
  }
}

sub told {
  my ($file, @pids) = @_;
  for my $pid (@pids) {
    my $who = delete $opened{$file}{$pid};
    print join("\t", 'opened', $_, now(), $pid, $who), "\n" for keys %{$keys{$file}};
  }
}

# The list of all processes, or an entry of it that says what a process is.
sub list {
  my ($device, $pid, $path, $who) = @_;
  my $entry = $path =~ m{/proc$} || $path eq '/' ? 'all' : $path =~ m{(?:^|/)(\d+)/(?:comm|stat|status|cmdline)$} ? $1 : return;
  print join("\t", 'listed', $_, now(), $pid, $who, $entry), "\n" for keys %{$keys{$device} // {}};
}

sub marked {
  my ($kind, $pid, $path, $key) = @_;
  return '' if $kind eq 'none';
  return $kind eq 'signals' || $kind eq 'receipts' ? signals($kind, $path, $key) : $kind eq 'refusals' || $kind eq 'forks' ? traced($kind, $pid, $key) : watch($kind, $pid, $path, $key);
}
${nodeSignals}
${nodeContainers}
${nodeRefusals}
while (1) {
  # Who opens a file waits for this.
  my @ready = sort { ($b == ($files // 0)) <=> ($a == ($files // 0)) } $inputs->can_read();
  for my $input (@ready) {
    if ($input == \*STDIN) {
      if (!sysread(STDIN, $text, 65536, length $text)) { kill('TERM', $runtime); exit 0 }
      while ($text =~ s/^(.*)\n//) {
        my ($id, $kind, $pid, $path, $key) = split / /, $1;
        $path = pack('H*', $path);
        my $why = marked($kind, $pid, $path, $key);
        asked($kind, $pid);
        print join("\t", 'mark', $id, now(), $why), "\n";
      }
    } elsif ($input == $events) {
      exit 0 if !sysread($events, $rest, 65536, length $rest);
      while ($rest =~ s/^(.*)\n//) { my $line = $1; made($line); print "event\t$line\n" if $line =~ m{ /tasks/(?:exec-|exit)} }
    } elsif ($rings{fileno $input}) {
      records($rings{fileno $input});
    } else {
      look($input);
    }
  }
}
`;
