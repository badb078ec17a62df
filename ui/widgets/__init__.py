"""Small widgets, each drawing one thing. They know no model but what their `show_` method is given."""
