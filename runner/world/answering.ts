/**
A program in perl that stays and answers questions, given to a perl as an argument: a question is a line "ID VERB HEX…", an answer a line
"ID LENGTH" and that many bytes, as with the machine's helper (images/machine/lib/helper). `work` defines `sub asked`, which is given the
ID, the verb and its arguments, and gives `answer` the ID and the bytes, or `task` the ID and work that prints them in a process of its own.
*/
export const answering = (work: string): string =>
  `${String.raw`
use strict;
use warnings;
use IO::Select;
use POSIX ();

$0 = 'seatrial-helper';
$| = 1;
$SIG{CHLD} = 'IGNORE';
my $inputs = IO::Select->new(\*STDIN);
my %tasks;                                       # by the pipe that its answer comes from

sub answer {
  my ($id, $bytes) = @_;
  print "$id ", length $bytes, "\n", $bytes;
}

# Answers with what this work prints, in a process of its own.
sub task {
  my ($id, $work) = @_;
  pipe(my $output, my $input) or return answer($id, '');
  my $process = fork() // return answer($id, '');
  if (!$process) {
    open(STDIN, '<', '/dev/null');
    open(STDOUT, '>&', $input);
    $| = 1;
    $work->();
    POSIX::_exit(0);
  }
  close $input;
  $tasks{$output} = {id => $id, text => ''};
  $inputs->add($output);
}

sub slurp {
  my ($path) = @_;
  open(my $file, '<', $path) or return '';
  sysread($file, my $text, 1 << 20) // return '';
  return $text;
}
`}${work}${String.raw`
my $buffer = '';
while (1) {
  for my $input ($inputs->can_read()) {
    if ($input != \*STDIN) {
      my $task = $tasks{$input};
      next if sysread($input, $task->{text}, 65536, length $task->{text});
      $inputs->remove($input);
      delete $tasks{$input};
      answer($task->{id}, $task->{text});
      next;
    }
    my $read = sysread(STDIN, $buffer, 65536, length $buffer);
    next unless defined $read;
    exit 0 unless $read;
    while ($buffer =~ s/^(.*)\n//) {
      my ($id, $verb, @given) = split / /, $1;
      asked($id, $verb, map { pack('H*', substr($_, 1)) } @given);
    }
  }
}
`}`;
