// The least that net/http takes to answer and to log each request to a file.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	file, err := os.OpenFile("{logs}/access.log", os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	requests := log.New(file, "", log.LstdFlags)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		requests.Println(r.RemoteAddr, r.Method, r.RequestURI, r.Proto, r.UserAgent())
		fmt.Fprintln(w, "{body}")
	})
	go func() { log.Fatal(http.ListenAndServeTLS("127.0.0.1:{https}", "{certificate}", "{key}", nil)) }()
	log.Fatal(http.ListenAndServe("127.0.0.1:{http}", nil))
}
