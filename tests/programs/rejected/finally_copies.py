# Each way out of a `try` has its own copy of `finally`, and these multiply.
def f(x):  # error: E0207
    try:
        if x > 14:
            return x
        x += 1
    finally:
        try:
            if x > 13:
                return x
            x += 1
        finally:
            try:
                if x > 12:
                    return x
                x += 1
            finally:
                try:
                    if x > 11:
                        return x
                    x += 1
                finally:
                    try:
                        if x > 10:
                            return x
                        x += 1
                    finally:
                        try:
                            if x > 9:
                                return x
                            x += 1
                        finally:
                            try:
                                if x > 8:
                                    return x
                                x += 1
                            finally:
                                try:
                                    if x > 7:
                                        return x
                                    x += 1
                                finally:
                                    try:
                                        if x > 6:
                                            return x
                                        x += 1
                                    finally:
                                        try:
                                            if x > 5:
                                                return x
                                            x += 1
                                        finally:
                                            try:
                                                if x > 4:
                                                    return x
                                                x += 1
                                            finally:
                                                try:
                                                    if x > 3:
                                                        return x
                                                    x += 1
                                                finally:
                                                    try:
                                                        if x > 2:
                                                            return x
                                                        x += 1
                                                    finally:
                                                        try:
                                                            if x > 1:
                                                                return x
                                                            x += 1
                                                        finally:
                                                            x += 1
    return x


print(f(0))
