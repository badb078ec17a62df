"""The window's languages: `.ts` files made by Qt's lupdate, and the `.qm` files compiled from them."""
