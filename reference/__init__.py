"""What a student must not get: the reference solutions, the Keras oracles, the misconceptions."""
