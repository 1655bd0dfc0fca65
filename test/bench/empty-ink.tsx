/** The least that Ink can do: it counts keys. What the dashboard's keys are measured against. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Box, render, Text, useInput } from 'ink';

function Count(): ReactElement {
  const [keys, setKeys] = useState(0);
  useInput(() => setKeys((before) => before + 1));
  return <Box height={39}><Text>keys: {keys}</Text></Box>;
}

render(<Count />);
