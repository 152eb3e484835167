"""What the field means, without Qt and without SQL."""
