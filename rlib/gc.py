from rlib import lowlevel as ll
