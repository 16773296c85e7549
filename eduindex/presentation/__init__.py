"""What a result says: results to Tables, and every word in Chinese and English."""
