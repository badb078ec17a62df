"""Every sentence of the console as it stands in its sources, for the translators."""
