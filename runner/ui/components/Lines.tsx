import { Box, Text } from 'ink';
import type { Line } from '../text/line.ts';
import { looks } from '../theme.ts';

/** Lines as they were laid out: never wrapped again. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, row) => (
        <Row key={row} line={line} />
      ))}
    </Box>
  );
}

function Row({ line }: { readonly line: Line }) {
  if (line.length === 0) return <Text> </Text>;
  return (
    <Text wrap="truncate">
      {line.map((each, index) => (
        <Text key={index} {...looks[each.tone]}>
          {each.text}
        </Text>
      ))}
    </Text>
  );
}
