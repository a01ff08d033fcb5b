"""The working memory and the workbench of regional twinning."""
