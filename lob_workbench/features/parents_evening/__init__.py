"""Parents' evenings: whom to invite, and talks of ten minutes one after the other."""
