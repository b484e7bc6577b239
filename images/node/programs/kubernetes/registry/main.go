// Command registry lets a node pull what it has: it answers for every registry, from containerd's own store, where none
// outside is in reach. A name that containerd does not know is not found, at once. Nothing is kept twice, nothing can be pushed.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"

	"github.com/containerd/containerd/api/services/content/v1"
	"github.com/containerd/containerd/api/services/images/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

type store struct {
	images  images.ImagesClient
	content content.ContentClient
}

func main() {
	connection, err := grpc.NewClient("unix:///run/containerd/containerd.sock",
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	// systemd listens, and starts this with its socket at the first pull (sd_listen_fds(3)).
	listener, err := net.FileListener(os.NewFile(3, "socket"))
	if err != nil {
		log.Fatal(err)
	}
	here := store{images.NewImagesClient(connection), content.NewContentClient(connection)}
	log.Fatal(http.Serve(listener, http.HandlerFunc(here.serve)))
}

// serve answers as the distribution specification has it: /v2/<name>/manifests/<tag or digest>, /v2/<name>/blobs/<digest>.
// The registry that is stood in for is in the query, as containerd puts it.
func (s store) serve(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		refuse(w, http.StatusMethodNotAllowed, "UNSUPPORTED", "this registry only gives")
		return
	}
	path := strings.Split(strings.TrimPrefix(r.URL.Path, "/v2/"), "/")
	if r.URL.Path == "/v2/" {
		return
	}
	if len(path) < 3 {
		refuse(w, http.StatusNotFound, "NAME_UNKNOWN", "no image is named in "+r.URL.Path)
		return
	}
	name, kind, reference := strings.Join(path[:len(path)-2], "/"), path[len(path)-2], path[len(path)-1]
	ctx := metadata.AppendToOutgoingContext(r.Context(), "containerd-namespace", "k8s.io")
	if host := r.URL.Query().Get("ns"); host != "" {
		name = host + "/" + name
	}
	var err error
	switch {
	case kind == "manifests":
		err = s.manifest(ctx, w, r, name, reference)
	case kind == "blobs":
		err = s.send(ctx, w, r, reference, "application/octet-stream")
	default:
		err = status.Error(codes.NotFound, r.URL.Path)
	}
	if err != nil && status.Code(err) == codes.NotFound {
		refuse(w, http.StatusNotFound, strings.ToUpper(strings.TrimSuffix(kind, "s"))+"_UNKNOWN", name+": "+reference+" is not on this node")
	} else if err != nil {
		refuse(w, http.StatusBadGateway, "UNKNOWN", err.Error())
	}
}

func (s store) manifest(ctx context.Context, w http.ResponseWriter, r *http.Request, name, reference string) error {
	if strings.Contains(reference, ":") {
		kind, err := s.mediaType(ctx, reference)
		if err != nil {
			return err
		}
		return s.send(ctx, w, r, reference, kind)
	}
	found, err := s.images.Get(ctx, &images.GetImageRequest{Name: name + ":" + reference})
	if err != nil {
		return err
	}
	return s.send(ctx, w, r, found.Image.Target.Digest, found.Image.Target.MediaType)
}

// mediaType is what a manifest says of itself; an index of the older kind may say nothing.
func (s store) mediaType(ctx context.Context, digest string) (string, error) {
	text, err := s.read(ctx, digest)
	if err != nil {
		return "", err
	}
	manifest := struct {
		MediaType string
		Manifests []any
	}{}
	if err := json.Unmarshal(text, &manifest); err != nil {
		return "", status.Error(codes.NotFound, digest)
	}
	switch {
	case manifest.MediaType != "":
		return manifest.MediaType, nil
	case manifest.Manifests != nil:
		return "application/vnd.oci.image.index.v1+json", nil
	}
	return "application/vnd.oci.image.manifest.v1+json", nil
}

func (s store) read(ctx context.Context, digest string) ([]byte, error) {
	stream, err := s.content.Read(ctx, &content.ReadContentRequest{Digest: digest})
	if err != nil {
		return nil, err
	}
	var text []byte
	for {
		part, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return text, nil
		}
		if err != nil {
			return nil, err
		}
		text = append(text, part.Data...)
	}
}

func (s store) send(ctx context.Context, w http.ResponseWriter, r *http.Request, digest, mediaType string) error {
	known, err := s.content.Info(ctx, &content.InfoRequest{Digest: digest})
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Docker-Content-Digest", digest)
	w.Header().Set("Content-Length", strconv.FormatInt(known.Info.Size, 10))
	if r.Method == http.MethodHead {
		return nil
	}
	stream, err := s.content.Read(ctx, &content.ReadContentRequest{Digest: digest})
	for err == nil {
		var part *content.ReadContentResponse
		if part, err = stream.Recv(); err == nil {
			_, err = w.Write(part.Data)
		}
	}
	if !errors.Is(err, io.EOF) {
		log.Printf("%s broke off: %v", digest, err) // too late to say so in the answer
	}
	return nil
}

// refuse says why in the form of the specification's errors.
func refuse(w http.ResponseWriter, code int, what, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Del("Content-Length")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]string{"code": what, "message": why}}})
}
