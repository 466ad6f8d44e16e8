"""The trained span model: which words are source, cue and content, before syntax has its say."""
