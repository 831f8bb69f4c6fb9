"""What the browser tests stand on: sites, a server, a browser, and what a page is asked."""
