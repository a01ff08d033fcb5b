"""How dates are written in languages for which Django has another way than twinning desks."""
