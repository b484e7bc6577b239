import { answering } from '../answering.ts';

/**
Makes requests in the place of others: in the network namespace of a process, with names resolved by its own files, and by nothing that
lies in its image. One process that stays, on the machine or a node. It is asked for a `request`: the process (`self`: here), host, port, path
(none: a connection alone), and what the server is called. It answers how that went, a colon, and what came or why.
*/
export const requester = answering(String.raw`
use Socket qw(:all);

# setns(2), by the kind of computer.
my $setns = {x86_64 => 308, aarch64 => 268}->{(POSIX::uname())[4]} // 308;
# How long each part may take, in s: to find the address, to be connected, to be answered.
my ($resolving, $connecting, $answering) = (3, 2, 3);
# How long whoever has taken a connection may have to let go of it, in s: Docker's proxy does where nobody is behind it.
my $letting_go = 0.3;

sub told { print join ':', @_; POSIX::_exit(0) }

sub errno { local $! = $_[0]; return "$!" }

# Whether it is now where that process is. Nothing is known of it where it has ended.
sub enter {
  my ($pid) = @_;
  return 1 if $pid eq 'self';
  open(my $net, '<', "/proc/$pid/ns/net") or return 0;
  return syscall($setns, fileno $net, 0x40000000) == 0 && chroot "/proc/$pid/root";
}

sub endpoint {
  my ($address, $port) = @_;
  my $hints = {flags => AI_NUMERICHOST | AI_NUMERICSERV, socktype => SOCK_STREAM};
  my ($error, $first) = getaddrinfo($address, $port, $hints);
  return $error ? undef : $first;
}

# The addresses of a name: its own where it is one, else those in the hosts file, else what a server says, for the name and for it
# within each domain that is searched; see hosts(5) and resolv.conf(5).
sub addresses {
  my ($host) = @_;
  return $host if endpoint($host, 80);
  my @found;
  for (split /\n/, slurp('/etc/hosts')) {
    s/#.*//;
    my ($address, @names) = split ' ';
    push @found, $address if grep { lc eq lc $host } @names;
  }
  return @found if @found;
  my ($ndots, @servers, @domains) = (1);
  for (split /\n/, slurp('/etc/resolv.conf')) {
    my ($key, @words) = split ' ';
    next if !@words;
    if ($key eq 'nameserver') { push @servers, $words[0] }
    if ($key eq 'search' || $key eq 'domain') { @domains = @words }
    if ($key eq 'options') { for (@words) { $ndots = $1 if /^ndots:(\d+)$/ } }
  }
  my @names = $host =~ /\.$/ ? () : map { $_ eq '.' ? () : "$host.$_" } @domains;
  if (($host =~ tr/.//) >= $ndots) { unshift @names, $host } else { push @names, $host }
  for my $name (@names) {
    for my $type (1, 28) {
      my @answers = resolved($name, $type, @servers ? @servers : '127.0.0.1');
      return @answers if @answers;
    }
  }
  return;
}

# What the first server that knows says of a name: of type 1 its IPv4 addresses, of 28 its IPv6 ones. See RFC 1035, section 4.
sub resolved {
  my ($name, $type, @servers) = @_;
  my @labels = grep { length } split /\./, $name;
  return if !@labels || grep { length > 63 } @labels;
  my $id = int rand 65536;
  my $question = pack('n6', $id, 0x0100, 1, 0, 0, 0) . join('', map { pack 'C/a*', $_ } @labels) . pack('C n2', 0, $type, 1);
  for my $server (@servers) {
    my $to = endpoint($server, 53) or next;
    socket(my $socket, $to->{family}, SOCK_DGRAM, 0) or next;
    connect($socket, $to->{addr}) && defined send($socket, $question, 0) or next;
    next if !IO::Select->new($socket)->can_read(1);
    defined recv($socket, my $reply, 4096, 0) or next;
    next if length $reply < 12 || unpack('n', $reply) != $id;
    my $code = unpack('x2 n', $reply) & 15;
    next if $code != 0 && $code != 3;
    return $code == 0 ? records($reply, $type) : ();
  }
  return;
}

sub records {
  my ($reply, $type) = @_;
  my ($questions, $answers) = unpack('x4 n2', $reply);
  my ($at, @found) = (12);
  for (1 .. $questions) { $at = past($reply, $at) + 4 }
  for (1 .. $answers) {
    $at = past($reply, $at);
    last if length $reply < $at + 10;
    my ($is, $length) = unpack("x$at n x6 n", $reply);
    push @found, inet_ntop($type == 1 ? AF_INET : AF_INET6, substr($reply, $at + 10, $length)) if $is == $type && $length == ($type == 1 ? 4 : 16);
    $at += 10 + $length;
  }
  return @found;
}

# Where what follows a name begins: it ends in an empty label, or in a pointer.
sub past {
  my ($reply, $at) = @_;
  while ($at < length $reply) {
    my $length = ord substr($reply, $at, 1);
    return $at + 1 if $length == 0;
    return $at + 2 if $length >= 192;
    $at += 1 + $length;
  }
  return $at;
}

# Whether an answer of HTTP is all there, by what it says of its length, or is as long as is wanted of any.
sub whole {
  my ($text) = @_;
  return 1 if length $text >= 1 << 18;
  my ($head, $body) = split /\r?\n\r?\n/, $text, 2;
  return defined $body && $head =~ /^content-length:\s*(\d+)/im && length $body >= $1;
}

sub request {
  my ($pid, $host, $port, $path, $name) = @_;
  enter($pid) or return;
  my ($late, $text) = ('unresolved', '');
  # What has come by then is an answer, though whoever gave it keeps the connection.
  local $SIG{ALRM} = sub { $text =~ /\r?\n\r?\n/ ? told('answered', $text) : told($late, errno(POSIX::ETIMEDOUT)) };
  POSIX::alarm($resolving);
  my @addresses = addresses($host) or told('unresolved', 'Name or service not known');
  $late = 'timed-out';
  POSIX::alarm($connecting);
  my ($connected, $failure);
  for my $address (@addresses) {
    my $to = endpoint($address, $port) or next;
    socket(my $socket, $to->{family}, SOCK_STREAM, 0) or next;
    if (connect($socket, $to->{addr})) { $connected = $socket; last }
    $failure //= $! + 0;
  }
  $failure //= POSIX::EADDRNOTAVAIL;
  told($failure == POSIX::ECONNREFUSED ? 'refused' : 'timed-out', errno($failure)) if !$connected;
  $late = 'mute';
  POSIX::alarm($answering);
  if ($path eq '') {
    told('answered', '') if !IO::Select->new($connected)->can_read($letting_go);
    my $read = sysread($connected, $text, 4096);
    told($read ? ('answered', $text) : ('mute', defined $read ? 'closed at once' : "$!"));
  }
  syswrite($connected, "GET $path HTTP/1.0\r\nHost: $name\r\nUser-Agent: seatrial\r\nAccept: */*\r\n\r\n");
  my $read;
  while (!whole($text) && ($read = sysread($connected, $text, 65536, length $text))) { }
  told($text ne '' ? ('answered', $text) : ('mute', defined $read ? 'closed at once' : "$!"));
}

sub asked {
  my ($id, undef, @given) = @_;
  task($id, sub {
    $SIG{PIPE} = 'IGNORE';
    srand;
    request(@given);
  });
}
`);
