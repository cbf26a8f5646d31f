"""Where batches come from besides HTTP: files, ASTERIX over UDP, NATS JetStream."""

from __future__ import annotations
