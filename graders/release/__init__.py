"""What `convgrade release` writes: kits for students and instructors, and what other systems need."""
