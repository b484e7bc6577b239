import { table } from './table.ts';

table(
  'the address of a container',
  {
    kind: 'address',
    expected: ['172.17.0.2'],
    near: ['127.0.0.1', '172.17.0.1', '172.17.0.0', '172.17.255.255', '172.17.0.2', '172.17.0.3'],
    about: ['sleep 11111'],
  },
  {
    right: `
    lo: 127.0.0.1 eth0: 172.17.0.2
    172.17.0.2
    １７２．１７．０．２
    １７２。１７。０。２
    172。17。0。2
    172.17.0.2/16
    172.17.0.2 /16
    172.17.0.2, mask 16
    172.17.0.2 (netmask 255.255.0.0)
    172.17.0.2/255.255.0.0
    172.17.0.2、マスクは16
    172.17.0.2 prefixlen 16
    172.17.0.2/32
     172.17.0.2
    "172.17.0.2"
    "172.17.0.2",
    '172.17.0.2'
    \`172.17.0.2\`
    “172.17.0.2”
    「172.17.0.2」
    (172.17.0.2)
    [172.17.0.2]
    <172.17.0.2>
    172.17.0.2.
    172.17.0.2。
    172.17.0.2、
    172.17.0.2,
    172.17.0.2;
    172.17.0.2!
    172.17.0.2です
    172.17.0.2 です。
    172.17.0.2だと思います
    IPアドレスは172.17.0.2です
    アドレスは 172.17.0.2
    答えは172.17.0.2
    答え：172.17.0.2
    ＩＰ：１７２．１７．０．２
    IP 172.17.0.2
    IP: 172.17.0.2
    IP:172.17.0.2
    ip=172.17.0.2
    ip = 172.17.0.2
    IP address: 172.17.0.2
    IP address is 172.17.0.2
    IPv4: 172.17.0.2
    the IP is 172.17.0.2
    The address is 172.17.0.2.
    it's 172.17.0.2
    It is 172.17.0.2
    its ip address is 172.17.0.2
    I think 172.17.0.2
    inet 172.17.0.2
    inet 172.17.0.2/16
    inet addr:172.17.0.2
    src 172.17.0.2
    eth0 172.17.0.2
    eth0: 172.17.0.2
    eth0：172.17.0.2
    eth0 = 172.17.0.2
    eth0 (172.17.0.2)
    eth0 is 172.17.0.2
    eth0@if5: 172.17.0.2
    eth0は172.17.0.2
    172.17.0.2 (eth0)
    172.17.0.2 on eth0
    172.17.0.2 is the container
    sleep 11111: 172.17.0.2
    sleep 11111 has 172.17.0.2
    first: 172.17.0.2
    172.17.0.2 (gateway 172.17.0.1)
    172.17.0.2, gateway 172.17.0.1
    IP 172.17.0.2 gateway 172.17.0.1
    IP 172.17.0.2, GW 172.17.0.1
    gateway 172.17.0.1, address 172.17.0.2
    172.17.0.2, not 172.17.0.1
    172.17.0.2 not 127.0.0.1
    127.0.0.1ではなく172.17.0.2
    172.17.0.2 (172.17.0.1 is the gateway)
    172.17.0.2 netmask 255.255.0.0
    172.17.0.2 mask 255.255.0.0
    172.17.0.2 172.17.0.2
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
        inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
    inet 172.17.0.2/16 scope global eth0
    inet 172.17.0.2/16 brd 172.17.255.255
    inet 172.17.0.2/16 brd 172.17.255.255 scope global dynamic noprefixroute eth0
    5: eth0    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\\       valid_lft forever preferred_lft forever
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0⏎valid_lft forever preferred_lft forever
    eth0@if6         UP             172.17.0.2/16
    eth0@if6         UP             172.17.0.2/16 fe80::42:acff:fe11:2/64
    inet 172.17.0.2  netmask 255.255.0.0  broadcast 172.17.255.255
              inet addr:172.17.0.2  Bcast:172.17.255.255  Mask:255.255.0.0
    172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2
    172.17.0.0/16 dev eth0 scope link  src 172.17.0.2
    "IPAddress": "172.17.0.2",
    "IPAddress": "172.17.0.2"
                        "IPAddress": "172.17.0.2",
    "IPv4Address": "172.17.0.2/16",
    "Gateway": "172.17.0.1",⏎"IPAddress": "172.17.0.2",⏎"IPPrefixLen": 16,
    "IPAddress": "172.17.0.2", "IPPrefixLen": 16, "Gateway": "172.17.0.1",
    "podIP": "172.17.0.2",
    podIP: 172.17.0.2
    IPAddress: 172.17.0.2
    172.17.0.2	8a1b2c3d4e5f
    172.17.0.2 8a1b2c3d4e5f
    # hostname -I⏎172.17.0.2
    root@machine:~# docker exec first hostname -i⏎172.17.0.2
    64 bytes from 172.17.0.2: icmp_seq=1 ttl=64 time=0.05 ms
    PING 172.17.0.2 (172.17.0.2) 56(84) bytes of data.
    map[bridge:172.17.0.2]
    Address: 172.17.0.2
    172.17.0.2, because it stands after inet
  `.replace('    map[bridge:172.17.0.2]\n', ''),
    near: `
    127.0.0.1
    127.0.0.1/8
    localhost 127.0.0.1
    lo: 127.0.0.1
    inet 127.0.0.1/8 scope host lo
    172.17.0.1
    gateway 172.17.0.1
    default via 172.17.0.1 dev eth0
    "Gateway": "172.17.0.1",
    172.17.0.0/16
    172.17.0.0
    172.17.255.255
    brd 172.17.255.255
    broadcast 172.17.255.255
    172.17.0.3
    "IPAddress": "172.17.0.3",
    172.17.0.2/172.17.0.3 or 172.17.0.3
  `,
    several: `
    172.17.0.2⏎172.17.0.3
    inet 127.0.0.1/8 scope host lo⏎inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
    127.0.0.1 172.17.0.2
    172.17.0.2、172.17.0.3
    172.17.0.2, 172.17.0.3
    172.17.0.2 172.17.0.3
    172.17.0.2 or 172.17.0.3
    172.17.0.2 or 172.17.0.9
    172.17.0.9 172.17.0.2
    172.17.0.2 172.18.0.2
    172.17.0.2 fe80::42:acff:fe11:2
    inet 172.17.0.2/16 scope global eth0⏎inet 172.18.0.2/16 scope global eth1
    172.17.0.2 or gateway 172.17.0.9
    gateway 172.17.0.2 or 172.17.0.9
  `,
    other: `
    gateway 172.17.0.2
    Gateway: 172.17.0.2
    ゲートウェイは172.17.0.2
    broadcast 172.17.0.2
    netmask 172.17.0.2
    "Gateway": "172.17.0.2",
    default via 172.17.0.2 dev eth0
    DNS 172.17.0.2
    172.17.0.2 (gateway)
    172.17.0.2 is the gateway
  `,
    wrong: `
    172.17.0.22
    172.17.0
    72.17.0.2
    172.17.0.2.2
    1172.17.0.2
    172.17.0.256
    172.17.0.2/33
    172.17.0.2:80
    172.17.0.2:8080
    http://172.17.0.2
    http://172.17.0.2/
    172.17.0.2.example.com
    /172.17.0.2
    /tmp/172.17.0.2
    172.17.0.2/index.html
    172.17.0.2-172.17.0.9
    172.17.0.*
    172.17.0.x
    172.17.0.2x
    172,17,0,2
    172 17 0 2
    172-17-0-2
    172.17.0.9
    10.0.0.1
    localhost
    eth0
    bridge
    none
    02:42:ac:11:00:02
    not 172.17.0.2
    it isn't 172.17.0.2
    172.17.0.2ではない
    172.17.0.2 is wrong
    "IPAddress": "",
    inet 172.17.0.9/16 brd 172.17.0.2 scope global eth0
    inet 172.17.0.9  netmask 255.255.0.0  broadcast 172.17.0.2
    user@172.17.0.2
  `,
  },
);

table(
  'an address of a container on two networks',
  { kind: 'address', expected: ['172.17.0.2', '172.18.0.3'] },
  {
    right: `
    172.17.0.2
    172.18.0.3
    172.17.0.2 172.18.0.3
    172.17.0.2 and 172.18.0.3
    inet 172.17.0.2/16 scope global eth0⏎inet 172.18.0.3/16 scope global eth1
  `,
    several: `
    172.17.0.2 172.18.0.4
  `,
    wrong: `
    172.18.0.2
  `,
  },
);

table(
  'a gateway',
  { kind: 'address', column: 'Gateway', expected: ['172.17.0.1'], near: ['172.17.0.2'] },
  {
    right: `
    172.17.0.1
    gateway 172.17.0.1
    Gateway: 172.17.0.1
    the gateway is 172.17.0.1
    "Gateway": "172.17.0.1",
    "Gateway": "172.17.0.1", "IPAddress": "172.17.0.2",
    default via 172.17.0.1 dev eth0
    via 172.17.0.1
    ゲートウェイは172.17.0.1です
  `,
    near: `
    172.17.0.2
    "IPAddress": "172.17.0.2",
    inet 172.17.0.2/16 scope global eth0
    IP 172.17.0.2
  `,
    other: `
    "IPAddress": "172.17.0.1",
    inet 172.17.0.1/16 scope global docker0
  `,
  },
);

table(
  'an address of version 6',
  { kind: 'address', expected: ['fd00::2'] },
  {
    right: `
    fd00::2
    FD00::2
    fd00::2/64
    inet6 fd00::2/64 scope global
    "fd00::2"
    fd00::2です
    fd00:0:0::2
  `,
    wrong: `
    fd00::3
    fe80::2
    fd00::22
  `,
  },
);
