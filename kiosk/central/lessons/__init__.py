"""What was practised, counted: no person, no kiosk and no moment is known of it."""
