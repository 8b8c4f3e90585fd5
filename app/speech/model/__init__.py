"""The model: encoder, projector and backbone, how they are loaded and how their decoder runs fast."""
