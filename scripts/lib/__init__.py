"""What the step scripts share. The steps themselves are the files beside this folder."""
