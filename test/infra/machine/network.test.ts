import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { machineNetwork, removeNetwork, routesOf, standAgain } from '../../../runner/infra/machine/network.ts';
import { freeRanges, readRoutes } from '../../../runner/infra/machine/ranges.ts';
import { openMachine, run, testMachines } from '../../helpers/machine.ts';

const docker = new Docker();
const addressOf = async (id: string) =>
  (await docker.getContainer(id).inspect()).NetworkSettings.Networks[machineNetwork]?.IPAddress ?? '';

const said = `default via 192.0.2.1 dev eth0 proto dhcp\r
0.0.0.0/1 dev tun0\r
10.213.0.0/16 dev br-1 proto kernel scope link src 10.213.0.1\r
unreachable 10.214.77.5\r
broadcast 10.215.77.255 dev lo table local proto kernel scope link src 10.215.77.1\r
1: lo: <LOOPBACK,UP> mtu 65536 qdisc noqueue\r
2: eth0@if7: <BROADCAST,UP> mtu 1400 qdisc noqueue\r
`;

test('a range is free where no route leads, but for those that lead everywhere', () => {
  const { taken, mtu } = readRoutes(said);
  expect(mtu).toBe(1400);
  expect(freeRanges(taken)[0]).toBe('10.216.77.0/24');
  expect(freeRanges(['10.0.0.0/8'])).toEqual(['172.16.213.0/24', '198.51.100.0/24']);
  expect(freeRanges(['172.0.0.0/8', '10.0.0.0/8', '198.51.100.7'])).toEqual([]);
  expect(readRoutes('')).toEqual({ taken: [] });
});

test('containers of a machine are reached from it, by their address and by their port, and none has its address', {
  timeout: 120_000,
}, async () => {
  await using machine = await openMachine();
  await machine.load(['nginx']);
  const own = await addressOf(machine.id);
  expect(own).not.toBe('');
  const address = await run(
    machine,
    "docker run -d --name web -p 8080:80 nginx > /dev/null; docker inspect -f '{{.NetworkSettings.IPAddress}}' web",
  );
  expect(address).toBe('172.17.0.2');
  expect(address).not.toBe(own);
  const asked = `curl -sS -o /dev/null --retry 9 --retry-connrefused --retry-delay 0 -w '%{http_code}\\n'`;
  expect(await run(machine, `for at in ${address} localhost:8080 ${own}:8080; do ${asked} http://$at/; done`)).toBe(
    '200\n200\n200',
  );
  expect(await run(machine, `docker exec web curl -sS -o /dev/null -w '%{http_code}' http://${own}:8080/`)).toBe('200');
  // What the outer engine needs to answer for names is not among the learner's rules.
  expect(await run(machine, 'iptables-save; cat /etc/resolv.conf; docker exec web cat /etc/resolv.conf')).not.toMatch(
    /DOCKER_OUTPUT|127\.0\.0\.11/,
  );
  expect(
    await run(machine, 'docker network create net > /dev/null; ip route | sort -u | wc -l; ip route | wc -l'),
  ).toMatch(/^(\d+)\n\1$/);
});

test('machines do not reach each other, and what the computer reaches they reach', { timeout: 120_000 }, async () => {
  await using one = await openMachine('one');
  await using other = await openMachine('other');
  const [first, second] = [await addressOf(one.id), await addressOf(other.id)];
  expect(await run(one, `ping -c 1 -W 1 ${second} > /dev/null; echo $?`)).toBe('1');
  expect(await run(other, `ping -c 1 -W 1 ${first} > /dev/null; echo $?`)).toBe('1');
  expect(
    await run(one, "ping -c 1 -W 1 $(ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p') > /dev/null; echo $?"),
  ).toBe('0');
});

test('a machine that was stopped goes on, although its network was removed meanwhile', {
  timeout: 120_000,
}, async () => {
  const machine = await openMachine('returned');
  await using _ = { [Symbol.asyncDispose]: () => machine.remove() };
  await machine.detach();
  const container = docker.getContainer(machine.id);
  await container.stop({ t: 0 });
  const found = await container.inspect();
  // Others stand on the network, so it cannot go: the machine is taken off it, and remembers one that is gone.
  await docker.getNetwork(machineNetwork).disconnect({ Container: machine.id, Force: true });
  const place = found.NetworkSettings.Networks[machineNetwork];
  if (place) place.NetworkID = 'gone';
  await standAgain(docker, found.Image, found);
  await container.start();
  expect(await addressOf(machine.id)).not.toBe('');
});

test('the network carries the label, and is made once however many ask for it', { timeout: 120_000 }, async () => {
  const machines = await Promise.all(['a', 'b', 'c'].map((session) => openMachine(session)));
  const networks = (await docker.listNetworks()).filter(({ Name }) => Name === machineNetwork);
  expect(await removeNetwork(docker)).toBeUndefined();
  const { taken, mtu } = readRoutes(await routesOf(docker, (await testMachines().list())[0]?.image ?? ''));
  await Promise.all(machines.map((each) => each.remove()));
  expect(networks).toMatchObject([{ Labels: { 'seatrial.kind': 'machine-network' } }]);
  expect(networks[0]?.Options).toMatchObject({ 'com.docker.network.driver.mtu': String(mtu) });
  expect(taken).toContain(networks[0]?.IPAM?.Config?.[0]?.Subnet);
});

test('a machine with a network of its own has an outside, both ways, and nothing beyond it', {
  timeout: 120_000,
}, async () => {
  const needs = { docker: {}, network: 'own' } as const;
  const machine = await testMachines().create({ session: 'apart', lab: 'test', language: 'en', needs });
  await using _ = { [Symbol.asyncDispose]: () => machine.remove() };
  await machine.load(['nginx']);
  await run(machine, 'docker run -d --name web -p 8080:80 nginx');
  const asked = `curl -sS -o /dev/null --retry 9 --retry-connrefused --retry-delay 0 -w '%{http_code}'`;
  expect(await run(machine, `ip netns exec world ${asked} http://203.0.113.2:8080/`)).toBe('200');
  const you = `#!/bin/sh\nprintf 'HTTP/1.0 200 OK\\r\\n\\r\\nyou are %s\\n' "$SOCAT_PEERADDR"`;
  await run(machine, `cat > /root/you << 'END'\n${you}\nEND\nchmod +x /root/you`);
  await run(machine, 'ip netns exec world setsid socat TCP-LISTEN:80,fork,reuseaddr EXEC:/root/you > /dev/null 2>&1 &');
  const asking = 'curl -sS --retry 9 --retry-connrefused --retry-delay 0 http://203.0.113.1/';
  // The container's address is not known out there: the machine stands in for it.
  expect(await run(machine, `docker exec web ${asking}`)).toBe('you are 203.0.113.2');
  expect(await run(machine, 'iptables-save; ip route')).not.toMatch(/DOCKER_OUTPUT|172\.17\.0\.2\/16/);
  const began = performance.now();
  expect(await run(machine, 'docker pull nobody/nothing')).toContain('connection refused');
  expect(performance.now() - began).toBeLessThan(5_000);
});
