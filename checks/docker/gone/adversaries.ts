import type { Adversary } from '../../../runner/api.ts';
import type { GoneParams } from './check.ts';

/** Ways to be rid of a container, and ways that leave something of it. */
export const adversaries = ({ container }: GoneParams): readonly Adversary[] =>
  container === undefined ? [] : ofContainer(container);

const ofContainer = (container: string): readonly Adversary[] => [
  {
    name: 'paused',
    run: `docker pause ${container}`,
    outcome: 'wrong',
    says: 'paused',
    undo: `docker unpause ${container}`,
  },
  {
    name: 'given another name',
    run: `docker rename ${container} gone-for-good`,
    outcome: 'wrong',
    says: 'gone-for-good',
    fresh: true,
  },
  { name: 'removed without force while it runs', run: `docker rm ${container}`, outcome: 'wrong', says: 'refused' },
  { name: 'its image removed', run: `docker rmi $(docker inspect -f '{{.Image}}' ${container})`, outcome: 'wrong' },
  {
    name: 'taken from its network',
    run: `docker network disconnect -f bridge ${container}`,
    outcome: 'wrong',
    fresh: true,
  },
  { name: 'others removed', run: 'docker container prune -f', outcome: 'wrong' },
  { name: 'only asked about', run: `docker rm --help ${container}`, outcome: 'wrong' },
  {
    name: 'another of the like removed',
    run: `docker rm -f $(docker create $(docker inspect -f '{{.Image}}' ${container}) true)`,
    outcome: 'wrong',
  },
  { name: 'stopped, and left', run: `docker stop -t 0 ${container}`, outcome: 'wrong', says: 'still exists' },
  {
    name: 'ended from the host, and left',
    run: `kill -9 $(docker inspect -f '{{.State.Pid}}' ${container})`,
    outcome: 'wrong',
  },
  { name: 'ended, then removed', run: `docker kill ${container}\ndocker rm ${container}`, outcome: 'right' },
  { name: 'everything removed by force', run: 'docker rm -f $(docker ps -aq)', outcome: 'right' },
  { name: 'stopped, then swept up', run: `docker stop -t 0 ${container}\ndocker container prune -f`, outcome: 'right' },
  {
    name: "removed by the engine's API",
    run: `curl -s -X DELETE --unix-socket /var/run/docker.sock "http://engine/v1.41/containers/$(docker inspect -f '{{.Id}}' ${container})?force=1"`,
    outcome: 'right',
  },
  {
    name: 'removed while somebody reads its log',
    run: `tail -f "/var/lib/docker/containers/$(docker inspect -f '{{.Id}}' ${container})"/*.log > /dev/null 2>&1 &\ndocker rm -f ${container}`,
    outcome: 'right',
    undo: 'kill %1',
  },
  {
    name: 'removed while somebody waits for its events',
    run: `docker events --filter "container=$(docker inspect -f '{{.Id}}' ${container})" > /dev/null &\ndocker rm -f ${container}`,
    outcome: 'right',
    undo: 'kill %1',
  },
  { name: 'another name removed', run: 'docker rm -f nosuch', outcome: 'wrong', says: 'There is no container' },
  { name: 'removed with a typographic dash', run: `docker rm –f ${container}`, outcome: 'wrong' },
  { name: 'a network of its name removed', run: `docker network rm ${container}`, outcome: 'wrong' },
];
