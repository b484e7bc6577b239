/** What the node's helper knows of one process and of the files that it sees, told as the machine's helper does (images/machine/lib/helper). */
export const nodeSight = String.raw`
# What lies at a path as the process sees it, a link itself unless it is to be followed: kind, mode, owner's and group's number and name, size,
# target of a link, its first bytes. Nothing where nothing does.
sub look {
  my ($pid, $path, $room, $follow) = @_;
  chroot("/proc/$pid/root") or return;
  my @status = $follow ? stat($path) : lstat($path);
  return if !@status;
  my $kind = !$follow && -l _ ? 'symlink' : -f _ ? 'file' : -d _ ? 'directory' : 'other';
  my $content = '';
  if ($kind eq 'file' && $room > 0 && open(my $file, '<', $path)) { sysread($file, $content, $room) }
  my @names = map { named("/etc/$_->[0]", $_->[1]) } ['passwd', $status[4]], ['group', $status[5]];
  my $target = $kind eq 'symlink' ? readlink $path : '';
  print pack('N/a*' x 9, $kind, sprintf('%o', $status[2] & 07777), @status[4, 5], @names, $status[7], $target, $content);
}

sub named {
  my ($file, $number) = @_;
  for (split /\n/, slurp($file)) { my @fields = split /:/; return $fields[0] if ($fields[2] // '') eq $number }
  return '';
}

# Its status, its groups, its namespaces, and what its control groups allow and have counted: the name of a file and its text in turn.
sub details {
  my ($pid, @counted) = @_;
  my $status = slurp("/proc/$pid/status");
  return '' if $status eq '';
  my $groups = slurp("/proc/$pid/cgroup");
  my $spaces = join('', map { "$_ " . (readlink("/proc/$pid/ns/$_") // '') . "\n" } qw(cgroup ipc mnt net pid time user uts));
  my @files;
  for my $folder (folders($groups)) {
    for my $name (@counted) {
      my $text = slurp("$folder/$name");
      push @files, $name, $text if $text ne '';
    }
  }
  return pack('(N/a*)*', $status, $groups, $spaces, @files);
}

# Where these control groups are mounted: by version 1 each kind of its own, by version 2 all in one. What is mounted may be a part of the whole.
sub folders {
  my ($groups) = @_;
  my @mounts = map { [split ' '] } grep { / - cgroup2? / } split /\n/, whole('/proc/self/mountinfo');
  my @folders;
  for my $line (split /\n/, $groups) {
    my (undef, $kinds, $path) = split /:/, $line, 3;
    my ($kind) = split /,/, $kinds;
    for my $mount (@mounts) {
      my ($root, $point, $type, $options) = ($mount->[3], $mount->[4], @$mount[-3, -1]);
      next unless defined $kind ? $type eq 'cgroup' && ",$options," =~ /,\Q$kind\E,/ : $type eq 'cgroup2';
      my $below = $root ne '/' && index($path, $root) == 0 ? substr($path, length $root) : $path;
      push @folders, "$point$below";
      last;
    }
  }
  return @folders;
}
`;
