"""A house style: one Markdown hook, one template block, one renderer of its own, one content overlay."""
