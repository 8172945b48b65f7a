/** What the background answers the reader page: plain data that survives JSON. */

