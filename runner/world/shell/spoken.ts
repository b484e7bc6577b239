const said = '"${SEATRIAL_SAID:-/dev/null}"';

/**
What a check script can say besides what is on its PATH: functions that bash takes from its environment (bash(1), FUNCTIONS). So a machine
that was made before there were any has them, too. `waiting` fails, as `because` does.
*/
export const spoken: Readonly<Record<string, string>> = {
  'BASH_FUNC_fact%%': `() { printf 'fact.%s=%s\\0' "$1" "\${*:2}" >> ${said}; }`,
  'BASH_FUNC_waiting%%': `() { printf 'waiting=%s\\0' "$*" >> ${said}; return 1; }`,
};
