import { answering } from '../answering.ts';
import { nodeSight } from './nodeSight.ts';

/**
What Seatrial asks of a node, in one process that stays as long as somebody listens. Given to the node's own perl as an
argument, so that nothing is put onto the node.
*/
export const nodeHelper = answering(
  `${String.raw`
# All of a file that the kernel gives a page at a time.
sub whole {
  my ($path) = @_;
  open(my $file, '<', $path) or return '';
  local $/;
  return <$file> // '';
}

# The processes whose control group names this Pod, as kubelet's drivers write its uid: with dashes, or with underscores.
sub pod {
  my ($uid) = @_;
  (my $other = $uid) =~ tr/-/_/;
  my $table = '';
  opendir(my $proc, '/proc') or return '';
  for my $pid (grep { /^\d+$/ } readdir $proc) {
    my $groups = slurp("/proc/$pid/cgroup");
    next if index($groups, "pod$uid") < 0 && index($groups, "pod$other") < 0;
    my $stat = slurp("/proc/$pid/stat") or next;
    my $status = slurp("/proc/$pid/status");
    my ($inside) = $status =~ /^NSpid:\s*(.*)$/m;
    # As the machine's helper tells it: what a process has from whoever started it.
    my $own = join("\n", $inside // $pid, map { $status =~ /^$_:\s*(.*)$/m ? $1 : '' } qw(NSsid CapBnd Seccomp));
    my @spaces = map { readlink("/proc/$pid/ns/$_") // '' } qw(pid net mnt);
    $table .= pack('N/a*' x 7, $stat, $own, slurp("/proc/$pid/cmdline"), @spaces, $groups);
  }
  return $table;
}

# A file as the process sees it: links in it mean what they mean there.
sub file {
  my ($pid, $path) = @_;
  chroot("/proc/$pid/root") or return;
  return if !-f $path;
  open(my $file, '<', $path) or return;
  sysread($file, my $text, 1 << 20) // return;
  print "there:$text";
}

# The parts of Kubernetes that run here and are not stopped, by the names that the kernel has for them.
sub parts {
  my %running;
  opendir(my $proc, '/proc') or return '';
  for my $pid (grep { /^\d+$/ } readdir $proc) {
    my ($name, $state) = slurp("/proc/$pid/stat") =~ /^\d+ \((.*)\) (\S)/s or next;
    $running{$name} = 1 if $name =~ /^(?:kube.*|containerd|etcd)$/ && $state !~ /[TtZX]/;
  }
  return join "\n", sort keys %running;
}

sub asked {
  my ($id, $verb, @arguments) = @_;
  if ($verb eq 'pod') { answer($id, pod(@arguments)) }
  elsif ($verb eq 'file') { task($id, sub { file(@arguments) }) }
  elsif ($verb eq 'look') { task($id, sub { look(@arguments) }) }
  elsif ($verb eq 'details') { answer($id, details(@arguments)) }
  elsif ($verb eq 'read') { answer($id, whole(@arguments)) }
  elsif ($verb eq 'parts') { answer($id, parts()) }
}
`}${nodeSight}`,
);

/**
Writes the lines of an audit log that hold a text, those that are there first, then each as it is written: PATH TEXT. An
empty line says that the past has been told. A log that is full goes under another name, and the next one is followed. One that was
removed is read where the API server still has it open; once nobody has, the program ends, which is heard.
*/
export const auditFollower = String.raw`
use strict;
use warnings;
use IO::Select;
use POSIX ();

$0 = 'seatrial-follow';
$| = 1;
my ($path, $wanted) = @ARGV;
my ($folder, $name) = $path =~ m{^(.*)/([^/]+)$};
(my $stem = $name) =~ s/\.[^.]*$//;
# inotify_init1(2) and inotify_add_watch(2), by the node's kind.
my %calls = (x86_64 => [294, 254], aarch64 => [26, 27]);
my ($init, $add) = @{$calls{(POSIX::uname())[4]} // $calls{x86_64}};
my $IN_MODIFY = 0x2;
my $IN_CLOSE_WRITE = 0x8;
my $IN_MOVED_TO = 0x80;
my $IN_CREATE = 0x100;
my $IN_DELETE_SELF = 0x400;
my $IN_IGNORED = 0x8000;
my $number = syscall($init, 0);
open(my $inotify, '<&=', $number) or die "inotify: $!";

# The log that the API server has open; the path, where it has none yet, or that one.
sub written {
  return $path if -e $path;
  for my $fd (glob '/proc/[0-9]*/fd/*') {
    my $target = readlink($fd) // next;
    next if index($target, "$folder/$name") != 0;
    my ($pid) = $fd =~ m{^/proc/(\d+)/};
    open(my $comm, '<', "/proc/$pid/comm") or next;
    return $fd if readline($comm) eq "kube-apiserver\n";
  }
  return $path;
}

my ($log, $inode, $rest) = (undef, 0, '');

# What is written into a file that lies in no folder any more is told of by the file alone.
sub take {
  ($log, $inode, $rest) = ($_[0], (stat $_[0])[1], '');
  syscall($add, $number, '/proc/self/fd/' . fileno($log), $IN_MODIFY | $IN_CLOSE_WRITE);
}

sub report {
  my ($file) = @_;
  while (sysread($file, my $text, 1 << 20)) {
    $rest .= $text;
    my $end = rindex($rest, "\n");
    next if $end < 0;
    my $whole = substr($rest, 0, $end + 1, '');
    next if index($whole, $wanted) < 0;
    print join '', map { index($_, $wanted) < 0 ? () : "$_\n" } split /\n/, $whole;
  }
}

sub catch_up {
  while (1) {
    report($log) if $log;
    my $now = (stat $path)[1] // 0;
    # One that was cut short is read from its beginning.
    if ($log && (stat $log)[7] < sysseek($log, 0, 1)) { sysseek($log, 0, 0); $rest = ''; report($log) }
    return if !$now || $now == $inode;
    report($log) if $log;
    open(my $next, '<', $path) or return;
    take($next);
  }
}

# Opened before it is looked for what is full: a log that gets full in between is told twice, not left out.
my $watches = syscall($add, $number, $folder, $IN_MODIFY | $IN_MOVED_TO | $IN_CREATE | $IN_DELETE_SELF);
if (open(my $now, '<', written())) { take($now) }
die "$folder: $!" if $watches < 0 && !$log;
my ($last) = reverse sort glob("$folder/$stem-*");
if (defined $last && open(my $before, '<', $last)) { report($before); $rest = '' }
catch_up();
print "\n";
my $inputs = IO::Select->new(\*STDIN, $inotify);
while (1) {
  for my $input ($inputs->can_read()) {
    if ($input == \*STDIN) { exit 0 unless sysread(STDIN, my $ignored, 4096) }
    else {
      sysread($inotify, my $events, 65536);
      catch_up();
      # Where the folder has gone, or whoever wrote a file that was removed, the log is looked for anew.
      while (length $events >= 16) {
        my ($watch, $what, undef, $length) = unpack 'iIII', substr($events, 0, 16);
        substr($events, 0, 16 + $length, '');
        exit 1 if $watch == $watches && $what & ($IN_DELETE_SELF | $IN_IGNORED);
        exit 1 if $what & $IN_CLOSE_WRITE && $log && (stat $log)[3] == 0;
      }
    }
  }
}
`;
