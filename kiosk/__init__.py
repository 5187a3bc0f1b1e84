"""The program inside a parcel locker."""
