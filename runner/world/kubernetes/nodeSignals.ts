/**
Who sends a signal to processes of a name, and which of these the kernel has it delivered to, told as it happens: a part of the node's witness.
*/
export const nodeSignals = String.raw`
# From the kernel's tracepoints signal_generate, of the sender, and signal_deliver, of whom it has reached (one that is stopped, or ignores
# it, is none), on every processor: perf_event_open(2), into memory that wraps around. Nobody else notices, and it ends with this process.
my %tracepoints = (signals => 'signal_generate', receipts => 'signal_deliver');

sub signals {
  my ($kind, $wanted, $key) = @_;
  my ($signal, $name) = $wanted =~ /^(\d+) ([\w.:-]+)$/ or return 'unable';
  my $what = "$kind $wanted";
  $senders{$what}{$key} = 1;
  return '' if $listening{$what};
  my $path = "events/signal/$tracepoints{$kind}/id";
  my ($id) = qx(unshare -m sh -c 'mount -t tracefs none /mnt && cat /mnt/$path' 2>/dev/null) =~ /(\d+)/ or return 'unable';
  for my $processor (processors()) {
    my $event = pack('LLQQQQQLLQ', $TRACEPOINT, 64, $id, 1, $SAMPLE_TID, 0, 0, 1, 0, 0);
    my $number = ring($processor, $event, $what, \&seen) // return 'unable';
    my $ring = $rings{$number}{handle};
    ioctl($ring, $SET_FILTER, "sig==$signal && comm==\"$name\"\0") or return 'unable';
  }
  $listening{$what} = 1;
  return '';
}

sub seen {
  my ($keys, $pid) = @_;
  my $who = who($pid);
  print join("\t", 'opened', $_, now(), $pid, $who), "\n" for @$keys;
}
`;
