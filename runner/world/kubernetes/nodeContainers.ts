/**
Containers that are made while somebody watches their Pod, told as they are: a part of the node's witness. What their Pod is watched for, they
are watched for from before their first program runs, since the runtime makes a container first and starts it then: its status comes to the API only later.
It writes `watched KEY TIME`, with KEY as `lists/ID`.
*/
export const nodeContainers = String.raw`
my %asked;

# As kubelet's drivers write a Pod's uid: with dashes, or with underscores.
sub uid {
  my ($pid) = @_;
  my ($uid) = slurp("/proc/$pid/cgroup") =~ /pod([0-9a-f]{8}[-_][0-9a-f_-]{27})/ or return '';
  $uid =~ tr/_/-/;
  return $uid;
}

sub asked {
  my ($kind, $pid) = @_;
  my $uid = uid($pid);
  $asked{$uid}{$kind} = 1 if $uid ne '' && $kind =~ /^(?:lists|refusals|forks)$/;
}

sub made {
  my ($line) = @_;
  my ($given) = $line =~ m{ /tasks/create (\{.*\})$} or return;
  my ($id) = $given =~ /"container_id":"([0-9a-f]+)"/ or return;
  my ($pid) = $given =~ /"pid":(\d+)/ or return;
  for my $kind (sort keys %{$asked{uid($pid)} // {}}) {
    my $key = "$kind/$id";
    print join("\t", 'watched', $key, now()), "\n" if marked($kind, $pid, '/proc', $key) eq '';
  }
}
`;
