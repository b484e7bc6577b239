/**
runc for a machine that withholds CAP_SYS_RESOURCE. Where it cannot give a capability, runc refuses the whole privileged
container; so the one is struck from what the container, or a process entering it, asks for (config.json of the OCI
runtime specification, `process.capabilities`).
*/
export const runcBounded = (runc: string): string => `#!/bin/sh
# Made by Seatrial: starts containers where CAP_SYS_RESOURCE is withheld, by not asking for it.
spec='' previous=''
for argument; do
  case $previous in
  -b | --bundle) spec=$argument/config.json ;;
  -p | --process) spec=$argument ;;
  esac
  previous=$argument
done

[ -z "$spec" ] || sed -i -e ':again' \\
  -e 's/\\("capabilities":{[^}]*\\)"CAP_SYS_RESOURCE",\\{0,1\\}/\\1/' -e 't again' \\
  -e 's/\\("capabilities":{[^}]*\\),\\]/\\1]/' -e 't again' "$spec"

exec ${runc} "$@"
`;
